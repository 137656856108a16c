import { expect, test, vi } from 'vitest';
import { createThisWindow } from './this-window.ts';

/** Locks as browsers have them; a window that is closed gives back what it holds. */
function fakeLocks() {
  const held = new Map<string, string>();
  const waiting = new Set<() => void>();
  return {
    /** As one window sees them. */
    of: (owner: string) => ({
      async request(name: string, ...rest: [{ signal: AbortSignal }, () => unknown] | [() => unknown]) {
        const [work, signal] = rest.length === 2 ? [rest[1], rest[0].signal] : [rest[0], undefined];
        while (held.has(name)) {
          const { promise, resolve } = Promise.withResolvers<void>();
          waiting.add(resolve);
          signal?.addEventListener('abort', () => resolve());
          await promise;
          signal?.throwIfAborted();
        }
        held.set(name, owner);
        try {
          await work();
        } finally {
          held.delete(name);
          for (const again of waiting) again();
        }
      },
    }),
    close(owner: string) {
      for (const [name, by] of held) if (by === owner) held.delete(name);
      for (const again of waiting) again();
    },
  };
}

function storeOf(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const open = (locks: ReturnType<typeof fakeLocks>, owner: string, store = storeOf()) =>
  createThisWindow(store, locks.of(owner) as never);

test('a page is open in a window until it leaves the page, or is closed', async () => {
  const locks = fakeLocks();
  const [one, two] = [open(locks, 'one'), open(locks, 'two')];
  const leave = one.enter('p');
  await Promise.all([one.ready, two.ready]);
  expect(await two.hasOpen(one.id, 'p')).toBe(true);
  expect(await two.hasOpen(one.id, 'another')).toBe(false);
  const left = two.left(one.id, 'p');
  leave();
  await left;
  expect(await two.hasOpen(one.id, 'p')).toBe(false);

  one.enter('p');
  await vi.waitFor(async () => expect(await two.hasOpen(one.id, 'p')).toBe(true));
  const closed = two.left(one.id, 'p');
  locks.close('one');
  await closed;
  expect(await two.hasOpen(one.id, 'p')).toBe(false);
});

test('a window that is loaded anew is the same, even while the lock of before is still held', async () => {
  const locks = fakeLocks();
  const store = storeOf();
  const before = open(locks, 'before', store);
  await before.ready;
  const after = open(locks, 'after', store);
  locks.close('before');
  await after.ready;
  expect(after.id).toBe(before.id);
});

test('a window that was duplicated gets a name of its own', async () => {
  const locks = fakeLocks();
  const store = storeOf();
  const first = open(locks, 'first', store);
  first.enter('p');
  await first.ready;
  const copy = open(locks, 'copy', storeOf(new Map(store.kept)));
  await copy.ready;
  expect(copy.id).not.toBe(first.id);
  expect(await copy.hasOpen(first.id, 'p')).toBe(true);
});

test('a window that takes a new name has its page open under that, and leaves what it wrote before', async () => {
  const locks = fakeLocks();
  const [one, two] = [open(locks, 'one'), open(locks, 'two')];
  await Promise.all([one.ready, two.ready]);
  const before = one.id;
  one.enter('p');
  one.rename();
  expect(one.id).not.toBe(before);
  await vi.waitFor(async () => expect(await two.hasOpen(one.id, 'p')).toBe(true));
  expect(await two.hasOpen(before, 'p')).toBe(false);
});

test('where the browser has no locks, other windows are taken to have left', async () => {
  const window = createThisWindow(storeOf(), undefined);
  await window.ready;
  expect(await window.hasOpen('another', 'p')).toBe(false);
});

test('a browser that keeps nothing still has a window', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const window = createThisWindow({ getItem: forbidden, setItem: forbidden }, undefined);
  await window.ready;
  expect(window.id).not.toBe('');
});
