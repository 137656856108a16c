import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNameForms, readPassages, score } from '../../../fixtures/gold-names/gold.ts';
import type { Passage } from '../../../fixtures/gold-names/gold.ts';
import { compileForms } from './find-patterns.ts';
import { candidateKeys, firstKey, suggest, suggestFrom } from './suggest.ts';

const FILES = ['given.jsonl', 'dev.jsonl', 'test.jsonl', 'held.jsonl'];
const forms = readNameForms();
const entitiesByKey = Map.groupBy(forms, (form) => firstKey(form.text));

/** As the service does it: only the forms of the records that one of the text's keys leads to. */
function find(lines: { id: string; text: string }[], language: string) {
  const keys = candidateKeys(lines, language);
  const found = new Set(
    [...keys].flatMap((key) => (entitiesByKey.get(key) ?? []).map((form) => form.entityId)),
  );
  return suggest(
    lines,
    forms.filter((form) => found.has(form.entityId)),
    { language },
  );
}

const findIn = ({ text, lang }: Passage) => find([{ id: 'line', text }], lang);

describe('the names in passages', () => {
  for (const file of FILES) {
    for (const language of ['kk-Cyrl', 'kk-Arab', 'ru', 'ru-petr1708']) {
      it(`are found in ${language} of ${file}: 95 % of them, and 90 % of what is found is right`, () => {
        const passages = readPassages(file).filter(({ lang }) => lang === language);
        const { names, recall, precision, missed, wrong } = score(passages, findIn);
        expect(names).toBeGreaterThan(10);
        expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
        expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
      });
    }
  }

  it('are quoted as their offsets say', () => {
    for (const passage of FILES.flatMap(readPassages)) {
      for (const { start, end, text } of passage.names) expect(passage.text.slice(start, end)).toBe(text);
    }
  });

  it('are rarely found in spelling before 1912, and what is found is right: the keys do not reach it yet', () => {
    const { recall, precision } = score(readPassages('chagatai.jsonl'), findIn);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThan(0.1);
  });

  it('are the same whether the whole authority file is looked at or only what the keys lead to', () => {
    const gazetteer = compileForms(forms);
    for (const passage of FILES.flatMap(readPassages)) {
      const whole = suggestFrom([{ id: 'line', text: passage.text }], gazetteer, { language: passage.lang });
      expect(findIn(passage), passage.id).toEqual(whole);
    }
  });
});

describe('a text without names', () => {
  const samples = new URL('../../../fixtures/samples/', import.meta.url);
  for (const [file, language] of [
    ['rizhskoe-utro/1915-1-war-3.gt.txt', 'ru-petr1708'],
    ['rizhskoe-utro/1915-1-war-5.gt.txt', 'ru-petr1708'],
    ['qalam-sample/page-1.gt.txt', 'kk-Arab'],
    ['al-muqtabas/1-1-p002.gt.txt', 'ar'],
  ] as const) {
    it(`has none suggested: ${file}`, () => {
      const lines = readFileSync(new URL(file, samples), 'utf8').split('\n');
      const found = find(
        lines.map((text, index) => ({ id: String(index), text })),
        language,
      );
      expect(found.map(({ quote, entityId }) => `${quote} → ${entityId}`)).toEqual([]);
    });
  }
});
