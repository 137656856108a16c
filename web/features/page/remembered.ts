/** Choices of a person about how the page view looks, kept in this browser. */
import { effect, type Signal, signal } from '@preact/signals';
import { user } from '../../state/session.ts';

/**
 * One of `values`, remembered for the person who is signed in; the first one until something was chosen.
 * @example const strips = rememberedChoice('strips', ['off', 'on']);
 */
export function rememberedChoice<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const key = personalKey(name);
  const stored = readStored(key);
  const choice = signal(values.find((value) => value === stored) ?? values[0]);
  let first = true;
  effect(() => {
    const { value } = choice;
    if (!first) writeStored(key, value);
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
