import { expect, test } from 'vitest';
import { readWish, requestOf } from './wish.ts';

const any = { kind: 'transcribe', language: '', difficulty: '' };

test.each([null, '', 'null', '{', '[]', '{"kind":"rule","difficulty":"very"}'])(
  'what was kept as %j is any page',
  (kept) => {
    expect(readWish(kept)).toEqual(any);
  },
);

test('a kept choice is read again and asked for, with the page one comes from', () => {
  const kept = { kind: 'review', language: 'kk-Arab', difficulty: 'easy' } as const;
  expect(readWish(JSON.stringify(kept))).toEqual(kept);
  expect(requestOf(kept, true, 'p1')).toEqual({ ...kept, leaving: 'p1' });
});

test('who may not review is given pages to transcribe, whoever chose before in this browser', () => {
  const kept = readWish('{"kind":"review"}');
  expect(requestOf(kept, false, undefined)).toEqual({ kind: 'transcribe' });
});
