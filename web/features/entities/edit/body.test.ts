import { describe, expect, it } from 'vitest';
import type { EntityState } from '../../../../worker/shapes/entities.ts';
import { atRows, bodyOf, changeOf, findMissing, withoutEmptyRows } from './body.ts';
import { draftOf, emptyDraft, newClaim, newName } from './draft.ts';

const record: EntityState = {
  id: 'e1',
  url: '/api/v1/entities/e1',
  kind: 'event',
  label: { ru: 'Первый съезд' },
  nameForms: [
    {
      id: 'n1',
      text: 'Первый съезд',
      language: 'ru',
      kind: 'preferred',
      source: { source: 'Казах', locator: '№ 225' },
    },
    { id: 'n2', text: 'съезд', language: 'ru', kind: 'variant', of: 'merged' },
  ],
  note: { ru: 'Оренбург' },
  claims: [
    {
      id: 'c1',
      property: 'date',
      date: { calendar: 'julian', edtf: '1917-07-21/1917-07-26', printed: '21–26 июля' },
      source: { source: 'Казах' },
      contradicts: ['c9'],
    },
  ],
  relations: [{ id: 'r1', predicate: 'held-in', object: 'e2', objectLabel: { ru: 'Оренбург' } }],
  version: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

describe('a record in the form', () => {
  it('that nobody touched changes nothing', () => {
    expect(changeOf(record, draftOf(record))).toEqual({ version: 3 });
  });

  it('sends only the parts that differ, with the ids of what stays and without what belongs to merged records', () => {
    const draft = draftOf(record);
    const change = changeOf(record, {
      ...draft,
      nameForms: [...draft.nameForms, { ...newName('en'), text: ' First Congress ' }],
    });
    expect(change).toEqual({
      version: 3,
      nameForms: [
        {
          id: 'n1',
          text: 'Первый съезд',
          language: 'ru',
          kind: 'preferred',
          source: { source: 'Казах', locator: '№ 225' },
        },
        { text: 'First Congress', language: 'en', kind: 'variant' },
      ],
    });
  });

  it('takes a field away with null', () => {
    expect(changeOf(record, { ...draftOf(record), note: { ru: '  ' } })).toEqual({ version: 3, note: null });
  });

  it('says what is missing, at the row where it is missing', () => {
    const draft = { ...emptyDraft('event'), claims: [{ ...newClaim(), property: 'date' }] };
    expect(findMissing(withoutEmptyRows(draft))).toEqual([
      { path: ['nameForms'], what: 'name' },
      { path: ['claims', 0, 'date', 'edtf'], what: 'statement' },
      { path: ['claims', 0, 'source', 'source'], what: 'source' },
    ]);
  });

  it('leaves out rows in which nothing stands', () => {
    const draft = withoutEmptyRows({
      ...emptyDraft(),
      nameForms: [newName(), { ...newName(), text: 'Алаш' }],
    });
    expect(bodyOf(draft).nameForms.map(({ text }) => text)).toEqual(['Алаш']);
  });

  it('shows a fault of an identifier at its row', () => {
    const draft = { ...emptyDraft(), authorityIds: [{ key: '1', authority: 'viaf', number: 'x' }] };
    const error = { path: ['authorityIds', 'viaf'], code: 'too_big', message: '' };
    expect(atRows([error], draft)[0]?.path).toEqual(['authorityIds', 0, 'number']);
  });
});
