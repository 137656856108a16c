/** The gazetteer of 20,000 name forms over a page of 10,000 characters. */
import { readNameForms, readPassages } from '../../../fixtures/gold-names/gold.ts';
import { compileForms } from '../../domain/names/find-patterns.ts';
import {
  type NameForm,
  type Suggestion,
  candidateKeys,
  firstKey,
  suggest,
  suggestFrom,
} from '../../domain/names/suggest.ts';
import type { Row } from './row.ts';

const FORMS = 20_000;
const CHARACTERS = 10_000;
/** Milliseconds of CPU time for a page. */
const TARGET = 20;
const RUNS = 25;

export function benchGazetteer(): Promise<Row[]> {
  const forms = makeForms();
  const byEntity = Map.groupBy(forms, (form) => form.entityId);
  // What an index of the database does for the service.
  const byKey = Map.groupBy(forms, (form) => firstKey(form.text));
  const formsFor = (keys: Set<string>) => {
    const entities = new Set([...keys].flatMap((key) => (byKey.get(key) ?? []).map((form) => form.entityId)));
    return [...entities].flatMap((id) => byEntity.get(id) ?? []);
  };
  const whole = compileForms(forms);
  const rows: Row[] = [];
  for (const [language, name] of [
    ['kk-Cyrl', 'Kazakh, Cyrillic'],
    ['kk-Arab', 'Kazakh, Arabic script'],
    ['ru-petr1708', 'Russian before 1918'],
  ] as const) {
    const page = makePage(language);
    let found: Suggestion[] = [];
    let looked = 0;
    const filtered = quick(() => {
      // A page of its own each time: what is learnt about the words of a page must be learnt again.
      const lines = [...page];
      const candidates = formsFor(candidateKeys(lines, language));
      looked = candidates.length;
      found = suggest(lines, candidates, { language });
    });
    const all = quick(() => {
      const lines = [...page];
      candidateKeys(lines, language);
      suggestFrom(lines, whole, { language });
    });
    const told = `${found.length} names found, ${looked} of ${forms.length} forms looked at`;
    rows.push({ name: `page, ${name}: ${told}`, value: filtered, unit: 'ms CPU', target: TARGET });
    rows.push({
      name: `page, ${name}: all forms, made ready before`,
      value: all,
      unit: 'ms CPU',
      target: TARGET,
    });
  }
  rows.push({
    name: `making ${FORMS} forms ready`,
    value: quick(() => compileForms(forms), 3),
    unit: 'ms CPU',
  });
  return Promise.resolve(rows);
}

/** A page full of names: the passages of the gold set, again and again. */
function makePage(language: string): { id: string; text: string }[] {
  const passages = ['given.jsonl', 'dev.jsonl', 'test.jsonl', 'held.jsonl']
    .flatMap(readPassages)
    .filter(({ lang }) => lang === language);
  const lines: { id: string; text: string }[] = [];
  for (let length = 0; length < CHARACTERS;) {
    const text: string = passages[lines.length % passages.length]!.text;
    lines.push({ id: String(lines.length), text });
    length += text.length;
  }
  return lines;
}

const GIVEN =
  'Сейіт Нұрлан Жанғали Бақыт Ерғали Омар Қасым Темір Айдар Мұса Сұлтан Жүніс Есен Құрман Батыр Салық'.split(
    ' ',
  );
const STEMS =
  'Бай Құл Жан Тұр Сар Ал Ер Дос Нұр Қар Мақ Сүл Тас Өт Шал Кем Бек Ораз Тоқ Мырза Сәт Ыбыр'.split(' ');
const ENDS = 'беков жанов ғалиев мұратов баев ханов сынов құлов тегенов ғазин'.split(' ');

/** The authority file, and names made up of parts to as many as are asked for. */
function makeForms(): NameForm[] {
  const forms = readNameForms();
  for (let index = 0; forms.length < FORMS; index += 1) {
    const [one, other] = [
      STEMS[index % STEMS.length]!,
      STEMS[Math.floor(index / STEMS.length) % STEMS.length]!,
    ];
    const end = ENDS[Math.floor(index / STEMS.length ** 2) % ENDS.length]!;
    const surname = `${one}${other.toLowerCase()}${end}`;
    const given = GIVEN[index % GIVEN.length]!;
    for (const text of [
      `${given} ${surname}`,
      `${given[0]}. ${surname}`,
      surname,
      `${given} ${one}${other.toLowerCase()}ұлы`,
    ]) {
      forms.push({
        id: `made/${forms.length}`,
        entityId: `made/${index}`,
        kind: 'person',
        text,
        language: 'kk-Cyrl',
        formKind: 'variant',
      });
    }
  }
  return forms.slice(0, FORMS);
}

/**
 * CPU time and not time on the clock, and the slowest of the quickest quarter of the runs: other programs run
 * beside, and slow even that down.
 */
function quick(work: () => void, runs = RUNS): number {
  // The first runs are those of code that is not compiled yet.
  for (let run = 0; run < runs; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 4)] ?? 0;
}
