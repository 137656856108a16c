/** Choices of a person about how the page view looks, kept in this browser. */
import { effect, type Signal, signal } from '@preact/signals';
import { user } from '../../state/session.ts';

/**
 * One of `values`, remembered for the person who is signed in; the first one until something was chosen.
 * @example const strips = rememberedChoice('strips', ['off', 'on']);
 */
export function rememberedChoice<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  return remembered(personalKey(name), (stored) => values.find((value) => value === stored) ?? values[0]);
}

/** What `read` makes of the text that is kept under a key, null where nothing is; kept from its first change on. */
export function remembered<T extends string | number>(
  key: string,
  read: (stored: string | null) => T,
): Signal<T> {
  const choice = signal(read(readStored(key)));
  let first = true;
  effect(() => {
    const { value } = choice;
    if (!first) writeStored(key, String(value));
    first = false;
  });
  return choice;
}

/** The name under which something is kept for the person who is signed in, or for whoever is not. */
export function personalKey(name: string): string {
  return `qalam.page.${name}.${user.peek()?.id ?? ''}`;
}

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // A browser that keeps nothing.
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered; it holds while the page is open.
  }
}
