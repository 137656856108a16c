import { expect, test } from 'vitest';
import { createThisWindow } from './this-window.ts';

/** Locks as browsers have them; a window that is closed gives back what it holds. */
function fakeLocks() {
  const held = new Map<string, string>();
  const waiting = new Set<() => void>();
  return {
    /** As one window sees them. */
    of: (owner: string) => ({
      async request(name: string, { signal }: { signal: AbortSignal }, work: () => unknown) {
        while (held.has(name)) {
          const { promise, resolve } = Promise.withResolvers<void>();
          waiting.add(resolve);
          signal.addEventListener('abort', () => resolve());
          await promise;
          signal.throwIfAborted();
        }
        held.set(name, owner);
        try {
          await work();
        } finally {
          held.delete(name);
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

test('a window is open until it is closed', async () => {
  const locks = fakeLocks();
  const [one, two] = [open(locks, 'one'), open(locks, 'two')];
  await Promise.all([one.ready, two.ready]);
  expect(await two.isOpen(one.id)).toBe(true);
  locks.close('one');
  expect(await two.isOpen(one.id)).toBe(false);
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
  await first.ready;
  const copy = open(locks, 'copy', storeOf(new Map(store.kept)));
  await copy.ready;
  expect(copy.id).not.toBe(first.id);
  expect(await copy.isOpen(first.id)).toBe(true);
});

test('a window that takes a new name is open under it', async () => {
  const locks = fakeLocks();
  const [one, two] = [open(locks, 'one'), open(locks, 'two')];
  await Promise.all([one.ready, two.ready]);
  const before = one.id;
  one.rename();
  expect(one.id).not.toBe(before);
  expect(await two.isOpen(one.id)).toBe(true);
});

test('where the browser has no locks, other windows are taken to be gone', async () => {
  const window = createThisWindow(storeOf(), undefined);
  await window.ready;
  expect(await window.isOpen('another')).toBe(false);
});

test('a browser that keeps nothing still has a window', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const window = createThisWindow({ getItem: forbidden, setItem: forbidden }, undefined);
  await window.ready;
  expect(window.id).not.toBe('');
});
