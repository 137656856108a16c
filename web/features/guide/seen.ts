/** Whether a person has seen the guide, or does not want to; remembered in this browser. */
import { signal } from '@preact/signals';
import { user } from '../../state/session.ts';

const keyOf = () => `qalam.guide.${user.peek()?.id ?? ''}`;

/** Goes up when the answer may have changed. */
const changes = signal(0);

export function guideIsSeen(): boolean {
  void changes.value;
  try {
    return localStorage.getItem(keyOf()) === 'seen';
  } catch {
    // A browser that keeps nothing would ask every time.
    return true;
  }
}

export function rememberGuide(): void {
  try {
    localStorage.setItem(keyOf(), 'seen');
  } catch {
    // As above.
  }
  changes.value += 1;
}
