import { describe, expect, it } from 'vitest';
import type { TagReviewResult } from '../../../../worker/shapes/tags.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { createDecisions, type DecisionWish } from './decisions.ts';

/** A service that keeps states, and can be cut off or held up. */
function createService() {
  const states = new Map<string, 'approved' | 'rejected'>();
  const parcels: string[] = [];
  const keys: string[] = [];
  const own = new Set<string>();
  const service = {
    states,
    parcels,
    keys,
    own,
    fault: null as ApiProblem | null,
    /** Work is done but the answer never comes. */
    loseAnswer: false,
    gate: Promise.resolve(),
    review: (decisions: readonly DecisionWish[], key: string) =>
      answer(`review ${decisions.map(({ tag }) => tag).join()}`, key, () =>
        decisions.map(({ tag, decision }): TagReviewResult => {
          if (own.has(tag))
            return { tag, problem: { type: 'https://qalam.dev/problems/own-work', title: 'Own' } };
          states.set(tag, decision === 'approve' ? 'approved' : 'rejected');
          return { tag, state: states.get(tag)! };
        }),
      ),
    undo: (tags: readonly string[], key: string) =>
      answer(`undo ${tags.join()}`, key, () =>
        tags.map((tag): TagReviewResult => {
          states.delete(tag);
          return { tag, state: 'proposed' };
        }),
      ),
    newKey: () => `key-${(count += 1)}`,
  };
  let count = 0;
  async function answer(what: string, key: string, work: () => TagReviewResult[]) {
    parcels.push(what);
    keys.push(key);
    await service.gate;
    if (service.fault) throw service.fault;
    const results = work();
    if (service.loseAnswer) throw new ApiProblem('offline', 0, 'No connection');
    return results;
  }
  return service;
}

const statusOf = (decisions: ReturnType<typeof createDecisions>, tag: string) =>
  decisions.of(tag).value?.status;

describe('decisions', () => {
  it('go one after the other; what is decided meanwhile goes together', async () => {
    const service = createService();
    let open = () => {};
    service.gate = new Promise((resolve) => (open = resolve));
    const decisions = createDecisions(service);
    decisions.decide(['a'], 'approve');
    decisions.decide(['b'], 'reject', 'the Horde');
    decisions.decide(['c'], 'approve');
    expect(decisions.count.value).toEqual({ approved: 2, rejected: 1, refused: 0, unsent: 3 });
    open();
    await decisions.settled();
    expect(service.parcels).toEqual(['review a', 'review b,c']);
    expect(decisions.count.value).toEqual({ approved: 2, rejected: 1, refused: 0, unsent: 0 });
    expect(Object.fromEntries(service.states)).toEqual({ a: 'approved', b: 'rejected', c: 'approved' });
  });

  it('are sent in parcels that the service takes', async () => {
    const service = createService();
    const decisions = createDecisions(service);
    decisions.decide(
      Array.from({ length: 450 }, (_, index) => `t${index}`),
      'approve',
    );
    await decisions.settled();
    expect(service.parcels.map((parcel) => parcel.split(',').length)).toEqual([200, 200, 50]);
    expect(service.states.size).toBe(450);
  });

  it('that are refused say why at the tag, and the others stand', async () => {
    const service = createService();
    service.own.add('b');
    const decisions = createDecisions(service);
    decisions.decide(['a', 'b'], 'approve');
    await decisions.settled();
    expect(statusOf(decisions, 'a')).toBe('done');
    expect(decisions.of('b').value).toMatchObject({ status: 'refused', problem: { type: 'own-work' } });
    expect(decisions.count.value).toMatchObject({ approved: 1, refused: 1 });
  });

  it('are kept without a connection and sent again under the same key', async () => {
    const service = createService();
    service.loseAnswer = true;
    const decisions = createDecisions(service);
    decisions.decide(['a'], 'approve');
    await decisions.settled();
    decisions.decide(['b'], 'reject');
    expect(decisions.stopped.value?.offline).toBe(true);
    expect(decisions.count.value.unsent).toBe(2);
    service.loseAnswer = false;
    decisions.retry();
    await decisions.settled();
    expect(service.keys[0]).toBe(service.keys[1]);
    expect(decisions.stopped.value).toBeNull();
    expect(decisions.count.value).toMatchObject({ approved: 1, rejected: 1, unsent: 0 });
  });

  it('refused as a whole are refused each', async () => {
    const service = createService();
    service.fault = new ApiProblem('not-allowed', 403, 'No');
    const decisions = createDecisions(service);
    decisions.decide(['a', 'b'], 'approve');
    await decisions.settled();
    expect(decisions.count.value).toMatchObject({ approved: 0, refused: 2 });
    expect(decisions.stopped.value).toBeNull();
  });
});

describe('undo', () => {
  it('takes back the last act, then the one before', async () => {
    const service = createService();
    const decisions = createDecisions(service);
    decisions.decide(['a', 'b'], 'approve');
    decisions.decide(['c'], 'reject');
    await decisions.settled();
    expect(decisions.undo()).toEqual(['c']);
    await decisions.settled();
    expect(Object.fromEntries(service.states)).toEqual({ a: 'approved', b: 'approved' });
    expect(decisions.undo()).toEqual(['a', 'b']);
    await decisions.settled();
    expect(service.states.size).toBe(0);
    expect(decisions.canUndo.value).toBe(false);
    expect(decisions.undo()).toEqual([]);
  });

  it('of what has not left yet is never sent', async () => {
    const service = createService();
    let open = () => {};
    service.gate = new Promise((resolve) => (open = resolve));
    const decisions = createDecisions(service);
    decisions.decide(['a'], 'approve');
    decisions.decide(['b'], 'approve');
    decisions.undo();
    open();
    await decisions.settled();
    expect(service.parcels).toEqual(['review a']);
    expect(statusOf(decisions, 'b')).toBeUndefined();
  });

  it('of what is on its way follows it, and another decision follows that', async () => {
    const service = createService();
    let open = () => {};
    service.gate = new Promise((resolve) => (open = resolve));
    const decisions = createDecisions(service);
    decisions.decide(['a'], 'approve');
    decisions.undo();
    decisions.decide(['a'], 'reject');
    open();
    await decisions.settled();
    expect(service.parcels).toEqual(['review a', 'undo a', 'review a']);
    expect(service.states.get('a')).toBe('rejected');
    expect(decisions.of('a').value).toMatchObject({ decision: 'reject', status: 'done' });
  });

  it('of one tag leaves the rest of its act', async () => {
    const service = createService();
    const decisions = createDecisions(service);
    decisions.decide(['a', 'b'], 'approve');
    await decisions.settled();
    decisions.undo(['a']);
    await decisions.settled();
    expect(statusOf(decisions, 'a')).toBeUndefined();
    expect(statusOf(decisions, 'b')).toBe('done');
    expect(decisions.undo()).toEqual(['b']);
  });

  it('that is refused puts the decision back with the reason', async () => {
    const service = createService();
    const decisions = createDecisions(service);
    decisions.decide(['a'], 'approve');
    await decisions.settled();
    service.fault = new ApiProblem('not-allowed', 403, 'No');
    decisions.undo();
    await decisions.settled();
    expect(decisions.of('a').value).toMatchObject({
      decision: 'approve',
      status: 'done',
      problem: { type: 'not-allowed' },
    });
  });
});
