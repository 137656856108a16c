import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityDraft, emptyDraft, newName } from '../entities/edit/draft.ts';
import { mergeDrafts, takeTheirs } from './merge-drafts.ts';

const name = (id: string, text: string) => ({ ...newName(), key: id, id, text });
const draft = (names: Record<string, string>, note: Record<string, string> = {}): EntityDraft => ({
  ...emptyDraft(),
  nameForms: Object.entries(names).map(([id, text]) => name(id, text)),
  note,
});
const textsOf = ({ nameForms }: EntityDraft) => nameForms.map(({ text }) => text);

describe('two people at one record', () => {
  const base = draft({ a: 'Букейханов', b: 'Бокейхан' }, { ru: 'лидер' });

  it('each keep what only they changed', () => {
    const mine = draft({ a: 'А. Букейханов', b: 'Бокейхан' }, { ru: 'лидер', kk: 'көшбасшы' });
    const theirs = draft({ a: 'Букейханов', b: 'Бөкейхан', c: 'Bokeikhan' }, { ru: 'вождь' });
    const { merged, conflicts } = mergeDrafts(base, mine, theirs);
    expect(textsOf(merged)).toEqual(['А. Букейханов', 'Бөкейхан', 'Bokeikhan']);
    expect(merged.note).toEqual({ ru: 'вождь', kk: 'көшбасшы' });
    expect(conflicts).toEqual([]);
  });

  it('are asked where both changed the same, and mine stands until theirs is taken', () => {
    const mine = draft({ a: 'А. Букейханов', b: 'Бокейхан' }, { ru: 'председатель' });
    const theirs = draft({ a: 'Алихан Букейханов', b: 'Бокейхан' }, { ru: 'вождь' });
    const { merged, conflicts } = mergeDrafts(base, mine, theirs);
    expect(textsOf(merged)[0]).toBe('А. Букейханов');
    expect(conflicts.map(({ part }) => part)).toEqual(['nameForms', 'note']);
    const taken = conflicts.reduce((draft, conflict) => takeTheirs(draft, conflict), merged);
    expect(textsOf(taken)[0]).toBe('Алихан Букейханов');
    expect(taken.note).toEqual({ ru: 'вождь' });
  });

  it('do not lose a row that one took away and the other changed', () => {
    const gone = draft({ b: 'Бокейхан' }, { ru: 'лидер' });
    const changed = draft({ a: 'А. Букейханов', b: 'Бокейхан' }, { ru: 'лидер' });
    const mineStands = mergeDrafts(base, changed, gone);
    expect(mineStands.merged.nameForms[0]).toMatchObject({ text: 'А. Букейханов' });
    expect(mineStands.merged.nameForms[0]).not.toHaveProperty('id');
    expect(textsOf(takeTheirs(mineStands.merged, mineStands.conflicts[0]!))).toEqual(['Бокейхан']);
    const mineIsGone = mergeDrafts(base, gone, changed);
    expect(textsOf(mineIsGone.merged)).toEqual(['Бокейхан']);
    expect(textsOf(takeTheirs(mineIsGone.merged, mineIsGone.conflicts[0]!))).toEqual([
      'Бокейхан',
      'А. Букейханов',
    ]);
  });

  it('get theirs whole where they changed nothing themselves, and their own where the others did not', () => {
    const drafts = fc
      .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z'))
      .map((names) => draft(names));
    const sorted = (one: EntityDraft) => one.nameForms.map(({ key, text }) => key + text).sort();
    fc.assert(
      fc.property(drafts, drafts, (before, after) => {
        expect(sorted(mergeDrafts(before, before, after).merged)).toEqual(sorted(after));
        expect(sorted(mergeDrafts(before, after, before).merged)).toEqual(sorted(after));
        expect(mergeDrafts(before, after, after).conflicts).toEqual([]);
      }),
    );
  });
});
