/** Which pages somebody wants to be given; kept in the browser. */
import { signal } from '@preact/signals';
import type { GivenWork, NextWork } from '../../../worker/shapes/work.ts';
import { newKey, post } from '../../api/client.ts';

const KEY = 'qalam-work-wish';
const DIFFICULTIES = ['easy', 'middling', 'hard'] as const;

export interface Wish {
  kind: NextWork['kind'];
  /** Empty: any. */
  language: string;
  difficulty: '' | (typeof DIFFICULTIES)[number];
}

/** What was kept, as far as it can still be understood. */
export function readWish(kept: string | null): Wish {
  const any: Wish = { kind: 'transcribe', language: '', difficulty: '' };
  try {
    const found = (JSON.parse(kept ?? '{}') ?? {}) as Record<string, unknown>;
    return {
      kind: found['kind'] === 'review' ? 'review' : 'transcribe',
      language: typeof found['language'] === 'string' ? found['language'] : '',
      difficulty: DIFFICULTIES.find((each) => each === found['difficulty']) ?? '',
    };
  } catch {
    return any;
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the window.
    return null;
  }
}

export const wish = signal<Wish>(readWish(readKept()));

export function changeWish(change: Partial<Wish>): void {
  wish.value = { ...wish.peek(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(wish.peek()));
  } catch {
    // As above.
  }
}

/** What is asked of the service. Who may not review is given pages to transcribe. */
export function requestOf(
  { kind, language, difficulty }: Wish,
  mayReview: boolean,
  leaving: string | undefined,
): NextWork {
  return {
    kind: mayReview ? kind : 'transcribe',
    ...(language === '' ? {} : { language }),
    ...(difficulty === '' ? {} : { difficulty }),
    ...(leaving === undefined ? {} : { leaving }),
  };
}

export async function askForPage(body: NextWork): Promise<GivenWork> {
  return (await post<GivenWork>('/work/next', body, { idempotencyKey: newKey() })).data;
}
