import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoPages } from '../../../demo/server.ts';
import { clickNode, findNode } from '../../support/accessible-tree.ts';
import type { Surface, Tab } from '../../support/browser-under-test.ts';
import { eventually } from '../../support/eventually.ts';
import { readEvidence, readRows } from '../../support/pages/popup.ts';
import { ask, type SharedSession } from '../../support/session.ts';

interface Listed {
  id: string;
  kind: string;
  of: string | null;
  text: string | null;
}

/** Waits until a status message says so. */
const said = (surface: Pick<Surface, 'evaluate'>, text: string) =>
  eventually(text, () =>
    surface.evaluate<boolean>(
      `[...document.querySelectorAll('[role="status"]')].some((place) => place.textContent.includes(${JSON.stringify(text)}))`,
    ),
  );

/** Corrections of topics, by the popup and the library. */
export function corrections(session: SharedSession): void {
  let article: Tab;
  const browser = () => session.now().browser;
  const listed = () => ask<Listed[]>(browser(), 'listCorrections');

  beforeEach(async () => {
    article = await browser().newTab(demoPages.first);
  });
  afterEach(() => article.close());

  async function say(popup: Surface, opener: string, typed: string): Promise<void> {
    await readEvidence(popup, 'Oreshnik');
    await clickNode(popup, 'button', opener);
    await eventually('the field', () =>
      popup.evaluate<boolean>(`(() => {
        const field = document.querySelector('.topic-form input');
        if (field) field.value = ${JSON.stringify(typed)};
        return field !== null;
      })()`),
    );
    await clickNode(popup, 'button', 'Save');
  }

  it('a further name is read at once, survives the background and a rebuild, and is taken back', async () => {
    const popup = await browser().openPopup(article);
    await readRows(popup);
    // The page names the foreign ministry; for this test that is the missile's name.
    await say(popup, 'Also called …', 'Foreign Ministry');
    await said(popup, 'is read as Oreshnik from now on');
    await eventually(
      'the name among the evidence',
      async () => (await readEvidence(popup, 'Oreshnik')).includes('Foreign Ministry') || null,
    );
    await popup.close();
    await browser().killBackground();
    await ask(browser(), 'rebuildIndex');
    await eventually(
      'the index is rebuilt',
      async () => (await ask<{ rebuilding: number | null }>(browser(), 'getIndexStatus')).rebuilding === null,
    );
    expect(await listed()).toMatchObject([{ kind: 'alias', of: 'Oreshnik', text: 'Foreign Ministry' }]);
    const library = await browser().openPage('library.html#corrections');
    await clickNode(library, 'button', 'Take back: Oreshnik is also called “Foreign Ministry”');
    await findNode(library, 'heading', 'Corrections');
    await eventually('nothing is left', async () => (await listed()).length === 0);
    await library.close();
  });

  it('two topics become one, and two again on undo', async () => {
    const popup = await browser().openPopup(article);
    expect((await readRows(popup)).topics).toEqual(expect.arrayContaining(['Oreshnik', 'China']));
    await say(popup, 'Same as …', 'China');
    await eventually('one topic is gone', async () => !(await readRows(popup)).topics.includes('Oreshnik'));
    await clickNode(popup, 'button', 'Undo');
    await eventually('it is back', async () => (await readRows(popup)).topics.includes('Oreshnik'));
    expect(await listed()).toEqual([]);
    await popup.close();
  });

  it('a name becomes a topic of the reader’s own, is found on the page, and is none again once taken back', async () => {
    const library = await browser().openPage('library.html#topics');
    await findNode(library, 'heading', 'Proposed by your index');
    await library.evaluate("document.querySelector('.topic-form input').value = 'carousel lathe'");
    await clickNode(library, 'button', 'Add');
    await said(library, '“carousel lathe” is a topic now');
    await library.close();
    const popup = await browser().openPopup(article);
    // It is named in passing: behind the topics that the page is about.
    await clickNode(popup, 'button', /^\d+ more$/);
    await eventually('the page names it', async () => (await readRows(popup)).topics.includes('carousel lathe'));
    const [{ id }] = (await listed()) as [Listed];
    await ask(browser(), 'undoCorrection', { correctionId: id });
    await eventually('it is gone', async () => !(await readRows(popup)).topics.includes('carousel lathe'));
    await popup.close();
  });
}
