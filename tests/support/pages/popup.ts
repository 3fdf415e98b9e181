import { accessibleTree, clickNode, findNode } from '../accessible-tree.ts';
import type { AccessibleNode, Surface } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';

/** A related report as the popup shows it. */
export interface ShownRow {
  group: string;
  headline: string;
  /** Everything in the row as people read it: outlet, date, reporter, language, reason. */
  text: string;
  reason: string;
  pinned: boolean;
}

/** A reporter as the popup shows them. */
export interface ShownReporter {
  name: string;
  text: string;
}

/** What a popup or panel shows, read by role and name. */
export interface ShownPage {
  title: string;
  topics: string[];
  rows: ShownRow[];
  reporters: ShownReporter[];
  /** Headings of the second level and of notices, in order. */
  headings: string[];
}

/** Waits until the surface has an answer and reads it. */
export async function readPopup(surface: Surface, timeoutMs = 15_000): Promise<ShownPage> {
  return eventually(
    'the popup has an answer',
    async () => {
      const shown = shownPage(await accessibleTree(surface));
      return shown.title !== '' && !shown.title.startsWith('Looking at this page') ? shown : null;
    },
    timeoutMs,
  );
}

/** Waits until the popup shows related reports. */
export function readRows(surface: Surface): Promise<ShownPage> {
  return eventually(
    'related reports in the popup',
    async () => {
      const shown = shownPage(await accessibleTree(surface));
      return shown.rows.length > 0 ? shown : null;
    },
    15_000,
  );
}

/** Opens a topic's evidence by pressing its chip; answers the phrases as read. */
export async function readEvidence(surface: Surface, topic: string): Promise<string> {
  await clickNode(surface, 'button', topic);
  const region = await findNode(surface, 'region', `Where this page names ${topic}`);
  return region.text;
}

function shownPage(tree: AccessibleNode[]): ShownPage {
  const within = (node: AccessibleNode, ancestor: AccessibleNode): boolean =>
    node.parent >= 0 && (node.parent === ancestor.ref || within(tree[node.parent] as AccessibleNode, ancestor));
  const all = (role: string, inside?: AccessibleNode) => tree.filter((node) => node.role === role && (!inside || within(node, inside)));

  const topicList = tree.find(({ name, role }) => name === 'Topics on this page' && role !== 'heading');
  const rows: ShownRow[] = [];
  const reporters: ShownReporter[] = [];
  for (const article of all('article')) {
    const heading = all('heading', article)[0];
    const region = all('region')
      .filter((one) => within(article, one))
      .at(-1);
    if (region?.name === 'Reporters') reporters.push({ name: heading?.name ?? '', text: article.text });
    else {
      const pin = all('button', article).find(({ name }) => name.startsWith('Pin: '));
      const why = all('button', article).find(({ name }) => name.startsWith('Why this report'));
      const reason = why?.around.replace(/\s*Why$/, '') ?? '';
      rows.push({
        group: region?.name ?? '',
        headline: heading?.name ?? '',
        text: article.text,
        reason,
        pinned: pin?.states.includes('pressed=true') ?? false,
      });
    }
  }
  return {
    title: all('heading').find(({ level }) => level === 1)?.name ?? '',
    topics: topicList
      ? all('button', topicList)
          .filter(({ states }) => states.some((state) => state.startsWith('pressed=')))
          .map(({ name }) => name)
      : [],
    rows,
    reporters,
    headings: all('heading')
      .filter(({ level }) => level === 2)
      .map(({ name }) => name),
  };
}
