import { expect, test } from 'vitest';
import { KEPT_AT as READ_BY_CLIENT } from '../api/client.ts';
import { changesSession, pageOf, pagesToThrowAway, type Rule, ruleFor } from './rules.ts';
import { KEPT_AT } from './shelf.ts';

const ORIGIN = 'https://qalam.test';
const ask = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
  ruleFor({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN);

test.each<[string, Rule | null]>([
  ['/assets/main-DJBl0vg9.js', 'file'],
  ['/reading/worker-DJBl0vg9.js', 'engine'],
  ['/models/qalam.traineddata.gz', 'model'],
  ['/api/auth/get-session', 'session'],
  ['/api/v1/pages/p-1', 'page'],
  ['/api/v1/pages/p-1/transcription', 'page'],
  ['/api/v1/pages/p-1/view', 'page'],
  ['/api/v1/pages/p-1/ocr/run-2', 'page'],
  ['/api/v1/pages/p-1/tags?limit=200', 'page'],
  ['/api/v1/revisions/r-1', 'page'],
  ['/api/v1/pages?limit=20', null],
  ['/api/v1/search?q=алаш', null],
  ['/api/v1/me/contributions', null],
  ['/manifest.json', null],
  ['https://elsewhere.test/assets/main.js', null],
])('%s is of the rule %s', (path, rule) => {
  expect(ask(path)).toBe(rule);
});

test('every view is the app; what the service shows itself is not', () => {
  for (const path of ['/', '/pages/p-1', '/work', '/sign-in?back=%2Fwork'])
    expect(ask(path, 'navigate')).toBe('app');
  for (const path of ['/docs', '/health', '/api/v1/pages/p-1', '/api/openapi.json'])
    expect(ask(path, 'navigate')).toBeNull();
});

test('nothing that writes is answered from a shelf, and signing in or out is noticed', () => {
  for (const method of ['PUT', 'POST', 'DELETE'])
    expect(ask('/api/v1/pages/p-1/transcription', 'cors', method)).toBeNull();
  expect(changesSession({ method: 'POST', url: `${ORIGIN}/api/auth/sign-out` })).toBe(true);
  expect(changesSession({ method: 'GET', url: `${ORIGIN}/api/auth/get-session` })).toBe(false);
  expect(changesSession({ method: 'POST', url: `${ORIGIN}/api/v1/keys` })).toBe(false);
});

test('what belongs to a page is known by its address', () => {
  expect(pageOf(`${ORIGIN}/api/v1/pages/p-1/tags?limit=200`)).toBe('p-1');
  expect(pageOf(`${ORIGIN}/api/v1/revisions/r-1`)).toBeUndefined();
});

test('the worker and the app mean the same by an answer that was kept', () => {
  expect(READ_BY_CLIENT).toBe(KEPT_AT);
});

test('of more pages than are kept the oldest give way, but for those with a draft', () => {
  const of = (page: string) =>
    ['', '/transcription', '/view'].map((part) => `${ORIGIN}/api/v1/pages/${page}${part}`);
  const urls = ['a', 'b', 'c', 'd'].flatMap(of);
  expect(pagesToThrowAway(urls, new Set(), 4)).toEqual(new Set());
  expect(pagesToThrowAway(urls, new Set(), 2)).toEqual(new Set(['a', 'b']));
  expect(pagesToThrowAway(urls, new Set(['a']), 2)).toEqual(new Set(['b']));
  expect(pagesToThrowAway([`${ORIGIN}/api/auth/get-session`], new Set(), 0)).toEqual(new Set());
});
