import { describe, expect, test, vi } from 'vitest';
import type { Line, Revision, TranscriptionSave } from '../../../worker/shapes/transcriptions.ts';
import { ApiProblem } from '../../api/problem.ts';
import { createDesk, type Desk, type DeskService, type SaveState } from './desk.ts';
import type { Draft, DraftShelf, FoundDraft } from './drafts.ts';
import type { KeptSteps } from './steps.ts';

/** A service with one page that behaves as the API says: revisions, ETags, 412. */
interface FakeService {
  chain: Revision[];
  offline: boolean;
  /** Saves are made, and their answers are lost on the way. */
  deaf: boolean;
  refuse: ApiProblem | null;
  /** What saves asked for. */
  wishes: TranscriptionSave[];
  append(lines: TranscriptionSave['lines'], author: string): Revision;
  found(): { data: Revision; etag: string };
  service: DeskService;
}

function fakeService(...texts: string[]): FakeService {
  const chain: Revision[] = [];
  let ids = 0;
  const fake: FakeService = {
    chain,
    offline: false,
    deaf: false,
    refuse: null,
    wishes: [],
    append(lines: TranscriptionSave['lines'], author: string) {
      const saved: Line[] = lines.map((line) => ({
        id: line.id ?? `n${(ids += 1)}`,
        text: line.text,
        box: line.box ?? null,
      }));
      const revision: Revision = {
        id: `r${chain.length + 1}`,
        url: '',
        page: 'p',
        number: chain.length + 1,
        parent: chain.at(-1)?.id ?? null,
        origin: 'volunteer',
        author: { id: author, name: author },
        lines: saved,
        current: true,
        createdAt: '2026-01-01T00:00:00.000Z',
      };
      const before = chain.at(-1);
      if (before) before.current = false;
      chain.push(revision);
      return revision;
    },
    found: () => ({ data: { ...chain.at(-1)! }, etag: `"${chain.at(-1)!.id}"` }),
    service: {
      transcription: async () => fake.found(),
      revision: async (id) => chain.find((revision) => revision.id === id)!,
      save: async (_page, body, etag) => {
        if (fake.offline) throw new ApiProblem('offline', 0, 'No connection');
        if (fake.refuse) throw fake.refuse;
        if (etag !== fake.found().etag) throw new ApiProblem('stale-save', 412, 'Somebody saved first');
        const known = new Set(chain.at(-1)!.lines.map((line) => line.id));
        if (body.lines.some((line) => line.id !== undefined && !known.has(line.id))) {
          throw new ApiProblem('invalid-request', 422, 'unknown line');
        }
        fake.wishes.push(body);
        const saved = fake.append(body.lines, 'me');
        if (body.submit) saved.submittedAt = '2026-01-01T00:00:00.000Z';
        if (fake.deaf) throw new ApiProblem('offline', 0, 'No connection');
        return fake.found();
      },
    },
  };
  fake.append(
    texts.map((text) => ({ text })),
    'ocr',
  );
  return fake;
}

interface FakeShelf extends DraftShelf {
  drafts: Map<string, Draft>;
  steps: Map<string, KeptSteps>;
  full: boolean;
  writer: FoundDraft['writer'];
  /** Drafts of other windows that were thrown away. */
  discarded: string[];
}

function fakeShelf(): FakeShelf {
  const drafts = new Map<string, Draft>();
  const kept = new Map<string, KeptSteps>();
  const shelf: FakeShelf = {
    window: () => 'this',
    leaveBehind: () => undefined,
    makeRoom: async () => false,
    pages: async () => [],
    enter: () => () => undefined,
    left: () => new Promise(() => undefined),
    drafts,
    steps: kept,
    full: false,
    writer: 'this',
    list: async () =>
      [...drafts.values()].map((draft) => {
        const steps = kept.get(draft.revision);
        return { ...draft, window: 'before', writer: shelf.writer, ...(steps && { steps }) };
      }),
    keep: async (draft: Draft) => {
      if (shelf.full) throw new DOMException('full', 'QuotaExceededError');
      drafts.set(draft.revision, structuredClone(draft));
    },
    keepSteps: async ({ revision }, steps) => {
      kept.set(revision, structuredClone(steps));
    },
    discarded: [],
    discard: async ({ revision, window }) => {
      if (window !== undefined && shelf.writer === 'gone') {
        shelf.discarded.push(window);
        return;
      }
      drafts.delete(revision);
      kept.delete(revision);
    },
  };
  return shelf;
}

const open = (fake: ReturnType<typeof fakeService>, shelf: DraftShelf) =>
  createDesk({ page: 'p', user: 'me', found: fake.found(), service: fake.service, shelf });
const reaches = (desk: Desk, state: SaveState) => vi.waitFor(() => expect(desk.state.value).toBe(state));
const texts = (revision: { lines: { text: string }[] }) => revision.lines.map((line) => line.text);

describe('a draft', () => {
  test('is kept with every change and found again by the next window', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    expect(desk.state.value).toBe('unsaved');
    await reaches(desk, 'draft');
    desk.close(); // as a crash would

    const next = open(fake, shelf);
    await next.openDraft();
    expect(next.store.lines()[0]!.text).toBe('one!');
    expect(next.restored.value).toMatchObject({ behind: false });
    next.store.undo();
    expect(next.store.lines()[0]!.text).toBe('one');
  });

  test('brings its steps along: the next window goes back and forward where this one was', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    desk.store.split('n2', 1);
    desk.store.edit('n1', 'one?');
    desk.store.undo();
    await reaches(desk, 'draft');
    await vi.waitFor(() => expect(shelf.steps.get('r1')?.changes).toHaveLength(3));
    desk.close();

    const next = open(fake, shelf);
    await next.openDraft();
    const now = () => next.store.lines().map(({ text }) => text);
    expect(now()).toEqual(['one!', 't', 'wo']);
    next.store.redo();
    expect(now()).toEqual(['one?', 't', 'wo']);
    for (const expected of [
      ['one!', 't', 'wo'],
      ['one!', 'two'],
      ['one', 'two'],
    ]) {
      next.store.undo();
      expect(now()).toEqual(expected);
    }
    expect(next.store.canUndo.value).toBe(false);
    // Nothing differs from the revision any more: the draft is gone, and its steps with it.
    await vi.waitFor(() => expect([shelf.drafts.size, shelf.steps.size]).toEqual([0, 0]));
  });

  test('of another window that is open is left to it, and said', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'typed there');
    await reaches(desk, 'draft');
    shelf.writer = 'open';
    const next = open(fake, shelf);
    await next.openDraft();
    expect(next.elsewhere.value).toBe(true);
    expect(next.restored.value).toBeNull();
    expect(next.store.lines()[0]!.text).toBe('one');
    expect(shelf.drafts.size).toBe(1);
  });

  test('of another window is said in the one that was open before, too, until it is saved or closed', async () => {
    const fake = fakeService('one', 'two');
    const one = open(fake, { ...fakeShelf(), window: () => 'one' });
    const two = open(fake, { ...fakeShelf(), window: () => 'two' });
    const stranger = createDesk({
      page: 'p',
      user: 'somebody else',
      found: fake.found(),
      service: fake.service,
      shelf: { ...fakeShelf(), window: () => 'stranger' },
    });
    await Promise.all([one.openDraft(), two.openDraft(), stranger.openDraft()]);
    two.store.edit('n1', 'typed there');
    await vi.waitFor(() => expect(one.elsewhere.value).toBe(true));
    expect([two.elsewhere.value, stranger.elsewhere.value]).toEqual([false, false]);
    expect(await two.save()).toBe(true);
    await vi.waitFor(() => expect(one.store.lines()[0]!.text).toBe('typed there'));
    expect([one.elsewhere.value, one.state.value]).toEqual([false, 'saved']);
    one.store.edit('n2', 'typed here');
    await vi.waitFor(() => expect(two.elsewhere.value).toBe(true));
    one.close();
    await vi.waitFor(() => expect(two.elsewhere.value).toBe(false));
    two.close();
    stranger.close();
  });

  test('is not thrown away for what another window saves', async () => {
    const fake = fakeService('one', 'two');
    const one = open(fake, { ...fakeShelf(), window: () => 'one' });
    const two = open(fake, { ...fakeShelf(), window: () => 'two' });
    await Promise.all([one.openDraft(), two.openDraft()]);
    one.store.edit('n1', 'typed here');
    await vi.waitFor(() => expect(two.elsewhere.value).toBe(true));
    two.store.edit('n2', 'typed there');
    await vi.waitFor(() => expect(one.elsewhere.value).toBe(true));
    expect(await two.save()).toBe(true);
    await vi.waitFor(() => expect(one.elsewhere.value).toBe(false));
    expect(one.store.lines().map(({ text }) => text)).toEqual(['typed here', 'two']);
    expect(await one.save()).toBe(false);
    expect(one.state.value).toBe('conflict');
    one.close();
    two.close();
  });

  test('that is not there in time is left, and not opened over what was typed', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const before = open(fake, shelf);
    before.store.edit('n1', 'typed before');
    await reaches(before, 'draft');
    before.close();
    const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
    const leaveBehind = vi.fn<() => void>();
    const slow = {
      ...shelf,
      leaveBehind,
      list: (user: string, page: string) => answers.then(() => shelf.list(user, page)),
    };
    const desk = open(fake, slow);
    const opening = desk.openDraft();
    desk.leaveDraft();
    desk.store.edit('n1', 'typed now');
    answer();
    await opening;
    expect(desk.store.lines()[0]!.text).toBe('typed now');
    expect(leaveBehind).toHaveBeenCalledTimes(1);
    desk.close();
  });

  test('of a window that leaves the page is offered to those that have it open still', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'typed there');
    await reaches(desk, 'draft');
    shelf.writer = 'open';
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    const own = fakeShelf();
    const list = () => shelf.list('me', 'p');
    const next = open(fake, { ...own, list, window: () => 'next', left: () => left });
    await next.openDraft();
    expect([next.elsewhere.value, next.leftBehind.value]).toEqual([true, null]);

    // As where the browser was killed: nothing is told.
    shelf.writer = 'gone';
    leave();
    await vi.waitFor(() => expect(next.leftBehind.value?.window).toBe('before'));
    expect(next.elsewhere.value).toBe(false);
    next.store.edit('n2', 'typed here');
    await next.openLeft();
    expect(next.store.lines().map(({ text }) => text)).toEqual(['one', 'typed here']);
    next.store.undo();
    await next.openLeft();
    expect(next.store.lines().map(({ text }) => text)).toEqual(['typed there', 'two']);
    expect(next.leftBehind.value).toBeNull();
    expect(next.restored.value).not.toBeNull();
    desk.close();
    next.close();
  });

  test('of a window that is gone is taken over', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'typed there');
    await reaches(desk, 'draft');
    desk.close();
    shelf.writer = 'gone';
    const next = open(fake, shelf);
    await next.openDraft();
    expect(next.store.lines()[0]!.text).toBe('typed there');
    await vi.waitFor(() => expect(shelf.discarded).toEqual(['before']));
    expect(shelf.drafts.size).toBe(1);
  });

  test('is kept on a full device as soon as what can be had again has made room', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    shelf.full = true;
    shelf.makeRoom = async () => {
      const made = shelf.full;
      shelf.full = false;
      return made;
    };
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    await reaches(desk, 'draft');
    expect(desk.keepingFails.value).toBeNull();
    expect(shelf.drafts.get('r1')?.text.changed[0]?.text).toBe('one!');
    desk.close();
  });

  test('is gone after a save, and when it is discarded', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'saved');
    await reaches(desk, 'draft');
    expect(await desk.save()).toBe(true);
    expect(desk.state.value).toBe('saved');
    expect(shelf.drafts.size).toBe(0);
    desk.store.edit('n1', 'thrown away');
    await reaches(desk, 'draft');
    expect(shelf.drafts.size).toBe(1);
    await desk.discardDraft();
    await vi.waitFor(() => expect(shelf.drafts.size).toBe(0));
    expect(desk.store.lines()[0]!.text).toBe('saved');
    expect(shelf.drafts.size).toBe(0);
  });

  test('that the device does not keep is said so, and kept again once there is room', async () => {
    const shelf = fakeShelf();
    shelf.full = true;
    const desk = open(fakeService('one'), shelf);
    desk.store.edit('n1', 'one!');
    await vi.waitFor(() => expect(desk.keepingFails.value).toBe('full'));
    expect(desk.state.value).toBe('unsaved');
    shelf.full = false;
    desk.store.edit('n1', 'one!!');
    await reaches(desk, 'draft');
    expect(desk.keepingFails.value).toBeNull();
    expect(desk.state.value).toBe('draft');
  });

  test('made on an older revision is opened as it was, and merged when it is saved', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one mine');
    await reaches(desk, 'draft');
    desk.close();
    fake.append(
      [
        { id: 'n1', text: 'one' },
        { id: 'n2', text: 'two theirs' },
      ],
      'other',
    );

    const next = open(fake, shelf);
    await next.openDraft();
    expect(next.restored.value).toMatchObject({ behind: true });
    expect(await next.save()).toBe(false);
    expect(next.state.value).toBe('conflict');
    expect(await next.resolve(new Map())).toBe(true);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one mine', 'two theirs']);
    expect(shelf.drafts.size).toBe(0);
  });
});

describe('a save', () => {
  test('that comes second shows both versions, and the choice is saved on top of theirs', async () => {
    const fake = fakeService('one', 'two', 'three');
    const desk = open(fake, fakeShelf());
    desk.store.edit('n1', 'one mine');
    desk.store.edit('n2', 'two mine');
    fake.append(
      [
        { id: 'n1', text: 'one theirs' },
        { id: 'n2', text: 'two' },
        { id: 'n3', text: 'three' },
      ],
      'other',
    );
    expect(await desk.save({ submit: true })).toBe(false);
    expect(desk.conflict.value?.rows.filter((row) => row.proposal === null).map((row) => row.key)).toEqual([
      'n1',
    ]);
    expect(await desk.resolve(new Map([['n1', { text: 'one, both' }]]))).toBe(true);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one, both', 'two mine', 'three']);
    expect(fake.chain.at(-1)!.parent).toBe('r2');
    expect(desk.state.value).toBe('saved');
  });

  test('without a connection keeps everything here and is done when the connection is back', async () => {
    const fake = fakeService('one');
    const desk = open(fake, fakeShelf());
    desk.store.edit('n1', 'one!');
    fake.offline = true;
    expect(await desk.save()).toBe(false);
    expect(desk.state.value).toBe('offline');
    fake.offline = false;
    expect(await desk.save()).toBe(true);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one!']);
  });

  test('stays where the connection is lost before it is read back, and the device still has the text of before', async () => {
    const fake = fakeService('one');
    const before = { ...fake.found(), keptAt: '2026-01-01T00:00:00.000Z' };
    const desk = open(fake, fakeShelf());
    desk.store.edit('n1', 'one!');
    expect(await desk.save()).toBe(true);
    desk.adopt(before);
    expect(desk.store.lines()[0]!.text).toBe('one!');
    expect([desk.revision.value.id, desk.state.value, desk.keptAt.value]).toEqual(['r2', 'saved', null]);
    desk.close();
  });

  test('whose answer is lost on the way is known again, and nobody is asked to choose', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    desk.store.add('n2');
    fake.deaf = true;
    expect(await desk.save({ submit: true })).toBe(false);
    expect(desk.state.value).toBe('offline');
    fake.deaf = false;
    expect(await desk.save({ submit: true })).toBe(true);
    expect([desk.state.value, fake.chain.length]).toEqual(['saved', 2]);

    // What is typed after a lost answer goes on top of it, in the same line and within the same second.
    desk.store.edit('n1', 'one!!');
    fake.deaf = true;
    expect(await desk.save()).toBe(false);
    desk.store.edit('n1', 'one!!!');
    fake.deaf = false;
    expect(await desk.save()).toBe(true);
    expect(desk.conflict.value).toBeNull();
    expect(texts(fake.chain.at(-1)!)).toEqual(['one!!!', 'two', '']);
    expect([desk.state.value, fake.chain.length]).toEqual(['saved', 4]);
    desk.close();
  });

  test('whose answer is lost with the window is known again by the next one', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    fake.deaf = true;
    expect(await desk.save()).toBe(false);
    desk.store.edit('n1', 'one!!');
    desk.store.edit('n2', 'two!');
    await vi.waitFor(() => expect(shelf.steps.get('r1')?.changes).toHaveLength(3));
    desk.close();
    fake.deaf = false;
    // Only opened: the wish to save is not sent yet.
    for (const draft of shelf.drafts.values()) delete draft.queued;

    const next = open(fake, shelf);
    await next.openDraft();
    expect(next.restored.value).toMatchObject({ behind: false });
    expect(next.store.lines().map(({ text }) => text)).toEqual(['one!!', 'two!']);
    expect(await next.save()).toBe(true);
    expect(fake.chain.map((revision) => texts(revision).join(' '))).toEqual([
      'one two',
      'one! two',
      'one!! two!',
    ]);
    next.close();
  });

  test('of the same text by another person still is that person’s', async () => {
    const fake = fakeService('one', 'two');
    const desk = open(fake, fakeShelf());
    desk.store.edit('n1', 'one!');
    fake.append(
      [
        { id: 'n1', text: 'one!' },
        { id: 'n2', text: 'two' },
      ],
      'other',
    );
    expect(await desk.save()).toBe(false);
    expect(desk.state.value).toBe('conflict');
    desk.close();
  });

  test('without a connection is sent by the next window, with its note, where this one was closed', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    fake.offline = true;
    expect(await desk.save({ submit: true, note: 'done' })).toBe(false);
    await vi.waitFor(() =>
      expect([...shelf.drafts.values()][0]?.queued).toEqual({ submit: true, note: 'done' }),
    );
    desk.close();

    const still = open(fake, shelf);
    await still.openDraft();
    await reaches(still, 'offline');
    still.close();

    fake.offline = false;
    const next = open(fake, shelf);
    await next.openDraft();
    await reaches(next, 'saved');
    expect(next.savedLater.value).toBe(1);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one!']);
    expect(fake.wishes.at(-1)).toMatchObject({ submit: true, note: 'done' });
    expect(shelf.drafts.size).toBe(0);
  });

  test('that waits for a connection and comes second is merged, not sent over the other', async () => {
    const fake = fakeService('one', 'two');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one mine');
    fake.offline = true;
    await desk.save();
    desk.close();
    fake.offline = false;
    fake.append(
      [
        { id: 'n1', text: 'one theirs' },
        { id: 'n2', text: 'two' },
      ],
      'other',
    );
    const next = open(fake, shelf);
    await next.openDraft();
    await reaches(next, 'conflict');
    expect(next.conflict.value?.rows[0]).toMatchObject({
      mine: { text: 'one mine' },
      theirs: { text: 'one theirs' },
    });
    expect(await next.resolve(new Map([['n1', 'mine']]))).toBe(true);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one mine', 'two']);
  });

  test('that had no connection is tried again by itself', async () => {
    vi.useFakeTimers();
    const fake = fakeService('one');
    const desk = open(fake, fakeShelf());
    desk.store.edit('n1', 'one!');
    fake.offline = true;
    const first = desk.save();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await first).toBe(false);
    expect(desk.state.value).toBe('offline');
    fake.offline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.state.value).toBe('saved');
    vi.useRealTimers();
  });

  test('that is refused names the line and goes to it', async () => {
    const fake = fakeService('one', 'two');
    const desk = open(fake, fakeShelf());
    desk.store.edit('n2', 'bad');
    fake.refuse = new ApiProblem('invalid-request', 422, 'Some fields', {
      errors: [{ path: ['lines', 1, 'text'], code: 'bidi-control', message: 'has an invisible character' }],
    });
    expect(await desk.save()).toBe(false);
    expect(desk.state.value).toBe('failed');
    expect(desk.refused.value.get('n2')?.code).toBe('bidi-control');
    expect(desk.store.caret.value?.key).toBe('n2');
  });

  test('takes a line that undo brought back after its removal was saved', async () => {
    const fake = fakeService('one', 'two');
    const desk = open(fake, fakeShelf());
    desk.store.remove('n2');
    expect(await desk.save()).toBe(true);
    desk.store.undo();
    expect(await desk.save()).toBe(true);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one', 'two']);
    expect(desk.state.value).toBe('saved');
  });

  test('leaves what was typed meanwhile as a draft on the new revision', async () => {
    const fake = fakeService('one');
    const shelf = fakeShelf();
    const desk = open(fake, shelf);
    desk.store.edit('n1', 'one!');
    const saved = desk.save();
    desk.store.edit('n1', 'one!?');
    expect(await saved).toBe(true);
    await reaches(desk, 'draft');
    expect(desk.state.value).toBe('draft');
    expect([...shelf.drafts.keys()]).toEqual(['r2']);
    expect(texts(fake.chain.at(-1)!)).toEqual(['one!']);
  });
});
