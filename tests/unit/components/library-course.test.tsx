// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CourseData } from '../../../components/course-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { fail, ok } from '../../../lib/core/result.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { COURSE, createFakeCourses, REPORTER_PAGE, STORY, TOPIC_PAGE } from './support/course-samples.ts';
import { createFakePins } from './support/fake-pins.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, ''));

function mount(hash: string, answers: Partial<CourseData> = {}, dir: 'ltr' | 'rtl' = 'ltr') {
  window.location.hash = hash;
  const asked: unknown[] = [];
  const courses = createFakeCourses(answers);
  const reports: CourseData['reports'] = (subject, block) => {
    asked.push({ ...subject, ...block });
    return courses.reports(subject, block);
  };
  const client = createFakeClient();
  const platform = createFakePlatform({ surface: 'page', dir });
  render(
    <LibraryView
      platform={platform}
      client={client}
      data={createFakeLibrary({ courses: { ...courses, reports }, pins: createFakePins().data })}
      catalogue={createFakeCatalogue()}
    />,
  );
  return { platform, client, asked };
}

const bars = () => within(screen.getByRole('toolbar')).getAllByRole('button');
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

describe('a topic’s page', () => {
  it('says what it is and who says so, and counts with what the counts are of', async () => {
    mount('topic/topic%3Aoreshnik');
    await screen.findByRole('heading', { level: 1, name: 'Oreshnik' });
    await waitFor(() => expect(document.title).toBe('Oreshnik · Sidelight'));
    screen.getByText('From the topics of a pack you added.');
    screen.getByRole('button', { name: 'Follow Oreshnik' });
    expect(screen.getByRole('link', { name: 'Search all its reports' }).getAttribute('href')).toBe(
      `#/search?${new URLSearchParams({ q: TOPIC_PAGE.query, order: 'newest' })}`,
    );
    screen.getByText('of the 4,210 in your index · 2 have no date');
    screen.getByText('5 a week');
    screen.getByText('In the last 4 weeks, of 83 a week in your index. In the 12 weeks before: 6 a week, of 85.');
    screen.getByText('since the latest; your index holds 48 other reports of that time.');
    screen.getByText('158 of the 3,163 reports in your index from 12 May 2025 to 30 Jan 2026. The index has 12 sources.');
    const votkinsk = screen.getByRole('link', { name: 'Votkinsk plant' });
    expect([votkinsk.getAttribute('href'), votkinsk.nextElementSibling?.textContent]).toEqual(['#topic/topic%3Avotkinsk', '41']);
    screen.getByText('With how many of the reports are theirs.');
    await screen.findByText('Report number 30 of the course');
    await expectNoAxeFindings();
  });

  it('takes a further name and another topic for it, and both back', async () => {
    const { client } = mount('topic/topic%3Aoreshnik');
    fireEvent.click(await screen.findByRole('button', { name: 'Also called …' }));
    expect(screen.queryByRole('button', { name: 'Not this topic' })).toBeNull();
    fireEvent.input(screen.getByLabelText(`Another name for ${TOPIC_PAGE.label}`), { target: { value: '榛树' } });
    await expectNoAxeFindings();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(`“榛树” is read as ${TOPIC_PAGE.label} from now on.`);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(client.calls).toContainEqual(['undoCorrection', { correctionId: 'c3' }]));
    fireEvent.click(screen.getByRole('button', { name: 'Same as …' }));
    fireEvent.input(screen.getByLabelText(`${TOPIC_PAGE.label} is the same topic as`), { target: { value: 'Hazel' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(`${TOPIC_PAGE.label} is read as Hazel from now on.`);
    expect(client.calls.filter(([kind]) => kind.startsWith('mark'))).toEqual([
      ['markAlias', { tabId: null, topicId: TOPIC_PAGE.id, alias: '榛树' }],
      ['markSameTopic', { tabId: null, topicId: TOPIC_PAGE.id, other: 'Hazel' }],
    ]);
  });

  it('is read bar by bar with the keyboard, in the page’s direction', async () => {
    mount('topic/x', {}, 'rtl');
    await screen.findByRole('toolbar');
    const all = bars();
    expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all.at(-1)]);
    act(() => all.at(-1)!.focus());
    press('ArrowRight');
    expect(document.activeElement).toBe(all.at(-2));
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Week of 19 Jan 2026: 4 of \d+ reports: Kyiv Independent 1, /);
    press('Home');
    expect(document.activeElement).toBe(all[0]);
    expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all[0]]);
    press('ArrowLeft');
    expect(document.activeElement).toBe(all[1]);
    press('End');
    expect(document.activeElement).toBe(all.at(-1));
    await expectNoAxeFindings();
  });

  it('lists the reports of a bar that is pressed, and all again', async () => {
    const { asked } = mount('topic/x');
    await screen.findByText('Report number 30 of the course');
    const bar = bars().at(-2)!;
    fireEvent.click(bar);
    await screen.findByRole('heading', { level: 2, name: 'Reports of Week of 19 Jan 2026 2' });
    expect(bar.getAttribute('aria-pressed')).toBe('true');
    const from = Date.UTC(2026, 0, 19) / 86_400_000;
    expect(asked.at(-1)).toEqual({ kind: 'topic', id: TOPIC_PAGE.id, from: 0, limit: 30, days: [from, from + 7] });
    fireEvent.click(screen.getByRole('button', { name: 'Show all reports' }));
    await screen.findByRole('heading', { level: 2, name: 'Reports 70' });
  });

  it('reads more reports when they are asked for, each once, and keeps what was chosen', async () => {
    const { asked } = mount('topic/x');
    fireEvent.click(await screen.findByRole('button', { name: 'Show 30 more reports' }));
    await screen.findByText('Report number 60 of the course');
    expect(asked.slice(-2)).toEqual([
      { kind: 'topic', id: TOPIC_PAGE.id, from: 0, limit: 30 },
      { kind: 'topic', id: TOPIC_PAGE.id, from: 30, limit: 30 },
    ]);
    fireEvent.change(screen.getByLabelText('Stacked by'), { target: { value: 'language' } });
    fireEvent.click(screen.getByRole('button', { name: 'As a table' }));
    cleanup();
    mount('topic/x');
    await screen.findByText('Report number 60 of the course');
    expect(screen.getByRole('columnheader', { name: 'English' })).toBeTruthy();
  });

  it('says the same as a table, in other steps and in earlier windows', async () => {
    mount('topic/x');
    fireEvent.click(await screen.findByRole('button', { name: 'As a table' }));
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Week from',
      'Reports',
      'In your index',
      ...COURSE.bands.outlet.map(({ label }) => label),
      'Other outlets',
    ]);
    expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Each bar'), { target: { value: 'day' } });
    expect(screen.getAllByRole('row')).toHaveLength(61);
    const newest = screen.getByRole('row', { name: /^27 Jan 2026/ });
    expect(within(newest).getAllByRole('cell')).toHaveLength(2 + COURSE.bands.outlet.length + 1);
    screen.getByText(/^52 of the 713 reports in your index from 2 Dec 2025 to 30 Jan 2026/);
    fireEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    screen.getByText(/reports in your index from .* 2025 to \d+ Nov 2025/);
    await expectNoAxeFindings();
  });

  it.each([
    [
      'no report',
      { topic: async () => ok({ ...TOPIC_PAGE, course: { ...COURSE, reports: 0, days: [] } }) },
      'No report in your index names this topic.',
    ],
    ['no such topic', { topic: async () => fail('not-found', 'No.') }, 'No list of topics has it, and no report in your index names it.'],
    ['an index that cannot be read', { topic: async () => fail('storage-failed', 'No.') }, 'The browser could not open the index.'],
  ] as [string, Partial<CourseData>, string][])('says so where there is %s', async (_case, answers, text) => {
    mount('topic/x', answers);
    await screen.findByText(text);
    await expectNoAxeFindings();
  });
});

describe('a reporter’s page', () => {
  it('shows what is known of them with its source, and their course', async () => {
    mount('reporter/reporter%3Amartin-fornusek');
    await screen.findByRole('heading', { level: 1, name: /Martin Fornusek/ });
    screen.getByText('Bio: author box, kyivindependent.com, in your index since 31 Dec 2025');
    screen.getByText('With how many of the reports they share.');
    expect(screen.getByRole('link', { name: 'Search all their reports' }).getAttribute('href')).toContain('reporter%3A');
    await screen.findByText('Report number 30 of the course');
    await expectNoAxeFindings();
  });

  it('offers no split by reporters where they wrote alone', async () => {
    const alone = { ...COURSE, bands: { ...COURSE.bands, reporter: [] } };
    mount('reporter/x', { reporter: async () => ok({ ...REPORTER_PAGE, course: alone, reporters: [] }) });
    const split = await screen.findByLabelText('Stacked by');
    expect(
      within(split)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['outlet', 'language']);
    expect(screen.queryByText('Wrote together with')).toBeNull();
  });

  it('says so where the index does not know them', async () => {
    mount('reporter/x', { reporter: async () => fail('not-found', 'No.') });
    await screen.findByText('Your index knows nothing more of this reporter.');
    await expectNoAxeFindings();
  });
});

describe('a story', () => {
  it('tells its reports in order, how each stands and what it adds', async () => {
    const { client } = mount('story/kyiv');
    await screen.findByText('5 reports, at least 2 independent, 5 sources, 3 languages');
    screen.getByText('5 of the 214 reports in your index from 28 Jan 2026 to 29 Jan 2026.');
    const told = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(told).toHaveLength(STORY.reports.length);
    expect(told[0]).toContain('Begins with: Votkinsk plant and Oreshnik');
    expect(told[1]).toContain('The report you came from. A text of its own');
    expect(told[1]).toContain('First to name: Guo Jiakun');
    expect(told[2]).toContain('Same text as in Kyiv Independent');
    expect(told[3]).toContain('May be a translation');
    expect(told[4]).toContain('Without a date');
    await expectNoAxeFindings();
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.activeElement!, { key: 'p' });
    await waitFor(() => expect(client.calls).toContainEqual(['pinArticle', { articleId: 'telegraph' }]));
  });

  it('is corrected where it stands: what is not related, and what is no copy', async () => {
    const { client } = mount('story/kyiv');
    await screen.findByText('5 reports, at least 2 independent, 5 sources, 3 languages');
    expect(screen.getAllByRole('button', { name: /^Not related: / })).toHaveLength(STORY.reports.length - 1);
    fireEvent.click(screen.getByRole('button', { name: 'Not a copy: Beijing rejects claim its machines build Oreshnik' }));
    await screen.findByText('It stands by itself from now on.');
    fireEvent.click(screen.getByRole('button', { name: /^Not related: Chinese machines/ }));
    await screen.findByText('Hidden for this page.');
    expect(client.calls.filter(([kind]) => kind.startsWith('mark'))).toEqual([
      ['markNotCopy', { tabId: null, articleId: 'wire1', ofId: 'kyiv' }],
      ['markNotRelated', { tabId: null, articleId: 'telegraph', pageOf: 'kyiv' }],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: /^Not related: Chinese machines/ });
  });

  it('says so where it is one report, and where that is gone', async () => {
    mount('story/kyiv', {
      story: async () => ok({ ...STORY, reports: STORY.reports.slice(1, 2), independent: 0, languages: 1, outlets: 1 }),
    });
    await screen.findByText('Your index holds no other report of this event.');
    screen.getByText('1 report, 1 source');
    cleanup();
    mount('story/x', { story: async () => fail('not-found', 'No.') });
    await screen.findByText('That report is gone');
    await expectNoAxeFindings();
  });
});

describe('ways to these pages', () => {
  it('lead from search rows and facets', async () => {
    mount('search');
    await screen.findByRole('searchbox');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lathe' } });
    const story = await screen.findByRole('link', { name: 'Story of A carousel lathe, and the plant it was seen in' });
    expect(story.getAttribute('href')).toBe('#story/lathe');
    window.location.hash = 'story/lathe';
    await screen.findByRole('heading', { level: 1, name: 'Story' });
    act(() => window.history.back());
    await screen.findByRole('heading', { level: 1, name: 'Search' });
  });
});
