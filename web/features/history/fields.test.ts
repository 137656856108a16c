import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordField, diffFields } from './fields.ts';

const field = (key: string, text: string, group = 'names'): RecordField => ({ key, group, text });

describe('what differs between two states of a record', () => {
  it('is what was added, taken away and changed, together by part', () => {
    const before = [field('n1', 'Букейханов'), field('n2', 'Бокейхан'), field('c1', '1866', 'claims')];
    const after = [field('n1', 'Букейханов'), field('c1', '1870', 'claims'), field('n3', 'Bokeikhan')];
    expect(diffFields(before, after).map(({ before, after }) => [before?.text, after?.text])).toEqual([
      [undefined, 'Bokeikhan'],
      ['Бокейхан', undefined],
      ['1866', '1870'],
    ]);
  });

  it('is seen in the words beside a text, too', () => {
    const [change] = diffFields([field('n1', 'Алаш')], [{ ...field('n1', 'Алаш'), detail: 'pseudonym' }]);
    expect(change?.after?.detail).toBe('pseudonym');
  });

  it('makes the one state of the other, whatever the two are', () => {
    const fields = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        text: fc.constantFrom('1', '2'),
        group: fc.constant('g'),
      }),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const made = new Map<string, string>(before.map((one) => [one.key, one.text]));
        for (const change of diffFields(before, after)) {
          if (change.after) made.set(change.key, change.after.text);
          else made.delete(change.key);
        }
        expect([...made].sort()).toEqual(after.map((one) => [one.key, one.text]).sort());
        expect(diffFields(after, after)).toEqual([]);
      }),
    );
  });
});
