/** What the index and the authority file add to a query, in one round trip. */
import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { entities, nameForms } from '../db/schema.ts';
import type { ExpandedQuery } from './expression.ts';
import { type NameExpansion, type TermForms, beginningsOf, inflectedForms } from './forms.ts';
import { nearForms, tolerance } from './near-forms.ts';
import { type QueryNode, type Term, termsOf } from './parse-query.ts';
import {
  readCandidates,
  readUnvowelled,
  selectCandidates,
  selectInflected,
  selectPageCount,
  selectUnvowelled,
} from './vocabulary.ts';
import { vowelForms } from './vowel-forms.ts';

/** Names of more words are not looked for. */
const LONGEST_NAME = 5;
const MOST_NAMES = 40;
/** Words beyond these are searched by their keys alone: a query that long is found without. */
const MOST_EXPANDED = 8;

export interface Loosened {
  /** Other endings, and other names of who is named. */
  inflect: boolean;
  /** Misreadings, and vowels that are left out. */
  near: boolean;
}

/** Reads other forms of the query's words. */
export async function expandQuery(db: Database, node: QueryNode, loosened: Loosened): Promise<ExpandedQuery> {
  const folded = termsOf(node).filter((term) => term.match === 'folded' && !term.prefix);
  const expanded = folded.slice(0, MOST_EXPANDED);
  const runs = loosened.inflect ? runsOf(node) : [];
  if (expanded.length === 0 || !(loosened.inflect || loosened.near)) {
    return { node, forms: new Map(), names: [] };
  }
  const plans = expanded.map((term) => planOf(db, term, loosened));
  const statements = [selectNames(db, runs), ...plans.flatMap(({ ask }) => ask)];
  const [names, ...rest] = (await db.batch(statements as [Statement, ...Statement[]])) as unknown[][];
  const forms = new Map(
    plans.map(({ term, ask, read }) => [term, read(rest.splice(0, ask.length))] as const),
  );
  return { node, forms, names: toNames(names as NameRow[], runs) };
}

/** What is asked about a term, and what its answers mean. */
interface Plan {
  term: Term;
  ask: Statement[];
  read: (answers: unknown[][]) => TermForms;
}

function planOf(db: Database, term: Term, { inflect, near }: Loosened): Plan {
  const key = keyOf(term);
  const candidates = near && tolerance(key.length) > 0 ? selectCandidates(db, key) : null;
  const unvowelled = near ? selectUnvowelled(db, key) : null;
  const asked = [
    selectPageCount(db, key),
    inflect ? selectInflected(db, beginningsOf(key)) : null,
    candidates,
    unvowelled,
  ];
  return {
    term,
    ask: asked.filter((statement) => statement !== null),
    read(answers) {
      const [count, words, slips, spellings] = asked.map((statement) =>
        statement ? (answers.shift() ?? []) : [],
      );
      const [{ pages, old }] = count as [{ pages: number; old: number | null }];
      const [begun] = words as { keys: string }[];
      const inflected = begun ? inflectedForms(key, JSON.parse(begun.keys) as string[]) : [];
      // A word that the index has in other forms is no slip of who asks.
      const known = pages || Number(inflected.length > 0);
      const [slip] = slips as { candidates: string }[];
      const [spelled] = spellings as { words: string }[];
      const misread = nearForms(key, known, slip ? readCandidates(slip.candidates) : []);
      const vowels = vowelForms(
        key,
        { old: old === 1, found: pages + inflected.length + misread.length > 0 },
        spelled ? readUnvowelled(spelled.words) : [],
      ).filter((form) => !inflected.includes(form));
      const surer = new Set([...inflected, ...vowels]);
      return { pages, inflected, vowels, near: misread.filter((form) => !surer.has(form)) };
    },
  };
}

const keyOf = (term: Term) => term.words[0]?.key ?? '';

interface Run {
  key: string;
  terms: Term[];
}

/** Every run of neighbouring plain words that may be a name. */
function runsOf(node: QueryNode): Run[] {
  if (node.type === 'term') return isPlain(node) ? [{ key: keyOf(node), terms: [node] }] : [];
  const inside = node.nodes.filter((part) => part.type !== 'term').flatMap(runsOf);
  if (node.type === 'or')
    return [...inside, ...node.nodes.filter((part) => part.type === 'term').flatMap(runsOf)];
  const runs: Run[] = [];
  for (let from = 0; from < node.nodes.length; from++) {
    const terms: Term[] = [];
    for (const part of node.nodes.slice(from, from + LONGEST_NAME)) {
      if (part.type !== 'term' || !isPlain(part)) break;
      terms.push(part);
      runs.push({ key: terms.map(keyOf).join(' '), terms: [...terms] });
    }
  }
  return [...inside, ...runs];
}

const isPlain = (term: Term) => term.match === 'folded' && !term.prefix;

interface NameRow {
  asked: string;
  entity: string;
  label: string;
  text: string;
  key: string;
}

/** All names of the entities, merged ones together, of which one name has one of these keys. */
function selectNames(db: Database, runs: readonly Run[]) {
  const keys = JSON.stringify([...new Set(runs.map((run) => run.key))]);
  return db.all<NameRow>(sql`
    with named as (
      select distinct f.key as asked, coalesce(e.merged_into, e.id) as entity
      from ${nameForms} f join ${entities} e on e.id = f.entity_id
      where f.key in (select value from json_each(${keys}))
    )
    select named.asked, named.entity, e.label, f.text, f.key
    from named
    join ${entities} e on e.id = named.entity
    join ${entities} member on member.id = named.entity or member.merged_into = named.entity
    join ${nameForms} f on f.entity_id = member.id
    where f.key <> named.asked`);
}

function toNames(rows: readonly NameRow[], runs: readonly Run[]): NameExpansion[] {
  return runs.flatMap((run) => {
    const own = rows.filter((row) => row.asked === run.key);
    return [...Map.groupBy(own, (row) => row.entity)].map(([entity, named]) => ({
      terms: run.terms,
      entity,
      label: JSON.parse(named[0]?.label ?? '{}') as Record<string, string>,
      names: distinctNames(named).slice(0, MOST_NAMES),
    }));
  });
}

/**
 * The names, each key once. A given name alone is left out, known by names that go on after it: Әлихан, of
 * Әлихан Бөкейхан, is every Әлихан.
 */
function distinctNames(rows: readonly NameRow[]): { text: string; keys: string[] }[] {
  const byKey = new Map(rows.filter(({ key }) => key !== '').map((row) => [row.key, row.text]));
  const names = [...byKey].map(([key, text]) => ({ text, keys: key.split(' ') }));
  const given = new Set(names.flatMap(({ keys }) => keys.slice(0, -1)));
  return names.filter(({ keys }) => keys.length > 1 || !given.has(keys[0] ?? ''));
}

/** The most pages that can answer, by the counts of single words; undefined where nothing was counted. */
export function mostPages(node: QueryNode, query: ExpandedQuery): number | undefined {
  if (node.type === 'term') return query.forms.get(node)?.pages;
  const parts = node.nodes.map((part) => mostPages(part, query));
  const counted = parts.filter((part) => part !== undefined);
  if (node.type === 'and') return counted.length === 0 ? undefined : Math.min(...counted);
  return counted.length < parts.length ? undefined : counted.reduce((sum, part) => sum + part, 0);
}
