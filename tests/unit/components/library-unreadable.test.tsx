// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LibraryData } from '../../../components/library-data.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { ENGLISH } from '../../../lib/cli/english.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import { createLibraryCourses } from '../../../lib/services/library-courses.ts';
import { createLibraryPins } from '../../../lib/services/library-pins.ts';
import { UNREADABLE } from '../../support/unreadable-store.ts';
import { createFakeCourses } from './support/course-samples.ts';
import { createFakePins } from './support/fake-pins.ts';
import { type Answers, createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';

afterEach(cleanup);

const failed = async () => fail('storage-failed', 'The browser could not complete a storage operation (DataError).');

/** The library over an index that was opened and of which nothing can be read. */
function mount(place: string, data: Partial<LibraryData> = {}) {
  window.location.hash = place;
  const asked = ['search', 'searchFacets', 'listSaved', 'listFollowed', 'listCorrections', 'listSources', 'getIndexStatus'];
  const client = createFakeClient(undefined, Object.fromEntries(asked.map((kind) => [kind, failed])) as Answers);
  const platform = createFakePlatform({ surface: 'page' });
  const library = createFakeLibrary({
    pins: createLibraryPins({ open: async () => ok(UNREADABLE), nowMs: () => 0, newId: () => 'c', announce: async () => {} }),
    courses: createLibraryCourses({
      open: async () => ok({ store: UNREADABLE, gazetteer: {} as never, refreshTopics: async () => {} }),
      ...{ nowMs: () => 0, offset: () => 0, texts: ENGLISH, salt: async () => null },
    }),
    listActivity: failed,
    topicProposals: failed,
    ...data,
  });
  render(<LibraryView platform={platform} client={client} data={library} catalogue={createFakeCatalogue()} />);
  return platform;
}

describe('where the index cannot be read', () => {
  it.each<[place: string, data?: Partial<LibraryData>]>([
    ['pins'],
    ['collections'],
    [
      'collections/c',
      {
        pins: createFakePins([], [], {
          listCollections: async () =>
            ok([
              {
                collection: { id: 'c', name: 'Lathes', parentId: null, query: null, rank: 'a', createdAtMs: 0, updatedAtMs: 0 },
                items: 1,
                description: null,
              },
            ]),
          listItems: failed,
        }).data,
      },
    ],
    ['saved'],
    ['followed'],
    ['sources'],
    ['topics'],
    ['corrections'],
    ['activity'],
    ['trash'],
    ['read/kyiv'],
    ['reporter/fornusek'],
    ['topic/oreshnik'],
    ['story/kyiv'],
  ])('%s says so, and offers the way to take out what can be read', async (place, data) => {
    const platform = mount(place, data);
    fireEvent.click(await screen.findByRole('button', { name: 'Export your data' }));
    expect(platform.log).toContain('library data');
  });

  it('the reports of a course say so beside what was read', async () => {
    mount('topic/oreshnik', { courses: createFakeCourses({ reports: failed }) });
    await screen.findByRole('button', { name: 'Export your data' });
  });

  it('pins are shown once they can be read again', async () => {
    const { data } = createFakePins();
    let isDamaged = true;
    mount('pins', { pins: { ...data, readPins: async () => (isDamaged ? failed() : data.readPins()) } });
    await screen.findByRole('button', { name: 'Export your data' });
    isDamaged = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Export your data' })).toBeNull());
  });
});
