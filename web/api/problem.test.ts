import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../worker/http/problem.ts';
import { describeProblem, problemMessages } from './problem-messages.ts';
import { ApiProblem, readProblem, toProblem } from './problem.ts';
import { urlOf } from './client.ts';

const document = (type: string, more = {}) =>
  JSON.stringify({ type: `https://qalam.dev/problems/${type}`, title: 'Title', status: 422, ...more });

describe('reading a problem', () => {
  it('keeps type, detail, fields and the whole document', () => {
    const errors = [{ path: ['lines', 3, 'text'], code: 'nul', message: 'holds a NUL' }];
    const problem = readProblem(
      412,
      document('stale-save', { detail: 'Why', errors, current: { id: 'r2' } }),
    );
    expect(problem).toMatchObject({ type: 'stale-save', status: 412, detail: 'Why', title: 'Title' });
    expect(problem.fieldError('lines', 3, 'text')).toBe('holds a NUL');
    expect(problem.fieldError('lines', 4, 'text')).toBeUndefined();
    expect(problem.body['current']).toEqual({ id: 'r2' });
  });

  it('understands what the sign-in service answers', () => {
    const problem = readProblem(
      401,
      JSON.stringify({ code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid' }),
    );
    expect(problem.type).toBe('invalid-email-or-password');
    expect(describeProblem(problem, 'en')).toMatch(/password is wrong/);
  });

  it('copes with a page of HTML from something in between', () => {
    expect(readProblem(502, '<html>Bad gateway')).toMatchObject({ type: 'unavailable', status: 502 });
    expect(readProblem(429, '')).toMatchObject({ type: 'too-many-requests' });
  });

  it('calls a lost connection offline, and lets faults of our own through', () => {
    expect(toProblem(new TypeError('Failed to fetch')).offline).toBe(true);
    expect(toProblem(new DOMException('', 'AbortError')).aborted).toBe(true);
    expect(() => toProblem(new RangeError('ours'))).toThrow(RangeError);
  });
});

describe('problems in words', () => {
  it('exist for every problem that the service can answer with, in three languages', () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const known = Object.keys(problemMessages.catalogues[language]);
      expect(Object.keys(PROBLEMS).filter((type) => !known.includes(type))).toEqual([]);
    }
  });

  it('are in the language of the UI', () => {
    const problem = readProblem(403, document('own-work'));
    expect(describeProblem(problem, 'ru')).toMatch(/собственную работу/);
    expect(describeProblem(problem, 'kk')).toMatch(/өз жұмысын/);
  });

  it('fall back to the detail or title of a problem that is not known here', () => {
    expect(describeProblem(readProblem(422, document('new-kind', { detail: 'Because' })), 'ru')).toBe(
      'Because',
    );
    expect(describeProblem(new ApiProblem('toString', 400, 'Title'), 'kk')).toBe('Title');
  });
});

describe('addresses', () => {
  it('stand below /api/v1, with their query, and without what is empty', () => {
    expect(urlOf('/search', { q: 'алаш', cursor: undefined, layer: '' })).toBe(
      '/api/v1/search?q=%D0%B0%D0%BB%D0%B0%D1%88',
    );
    expect(urlOf('/issues?publication=1', { cursor: 'c' })).toBe('/api/v1/issues?publication=1&cursor=c');
    expect(urlOf('/api/auth/get-session')).toBe('/api/auth/get-session');
  });
});
