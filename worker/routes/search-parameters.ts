/** What searches are asked with, and how it is read. */
import { TEXT_LAYERS } from '../shapes/search.ts';
import { ProblemError } from '../http/problem.ts';
import type { SearchFilter } from '../search/filter.ts';
import { type Match, QueryError, type QueryNode, parseQuery } from '../search/parse-query.ts';
import { Calendar, Id, z } from '../shapes/common.ts';
import { Layer } from '../shapes/pages.ts';
import { requireBounds } from './dates.ts';

/** Values between commas, each of this shape. */
const listOfValues = <T extends z.ZodType<unknown, string>>(item: T, most: number) =>
  z
    .string()
    .max(2000)
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).max(most));

const Layers = listOfValues(Layer, TEXT_LAYERS.length)
  .refine((layers) => layers.length > 0, 'names no layer')
  .openapi({
    type: 'string',
    default: TEXT_LAYERS.join(','),
    example: 'reviewed,transcribed',
    description: 'Layers to search, comma-separated; all where it is left out',
  });

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DateParam = z
  .string()
  .regex(ISO_DATE, 'is not a year, a month or a day, such as 1917, 1917-07 or 1917-07-18');

/** The query and all that narrows it, shared by everything that searches. */
export const SearchParameters = z.object({
  q: z.string().openapi({
    description:
      'Words, all wanted, in any spelling; OR, NOT, (…), word*; in quotes: a phrase in the script as typed',
    example: 'газета',
  }),
  match: z
    .enum(['folded', 'literal'])
    .default('folded')
    .openapi({ description: 'literal: every word in the script as typed' }),
  inflect: z
    .enum(['true', 'false'])
    .default('true')
    .openapi({ description: 'Also other endings and other names' }),
  near: z.enum(['true', 'false']).default('true').openapi({
    description: 'Also what may be misread, and vowels left out as Kazakh was spelled before 1912',
  }),
  from: DateParam.optional().openapi({ description: 'Year, month or day', example: '1917-07' }),
  to: DateParam.optional(),
  calendar: Calendar.default('gregorian').openapi({ description: 'Of `from` and `to`' }),
  publication: Id.optional(),
  entity: listOfValues(Id, 10).optional().openapi({
    type: 'string',
    description: 'Entities that the page speaks of by approved tags, comma-separated: all',
  }),
  place: Id.optional().openapi({ description: 'A place that the page speaks of' }),
  stage: Id.optional(),
  layer: Layers.optional(),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'is not an ISO 15924 code, such as Arab or Cyrl')
    .optional()
    .openapi({ example: 'Arab' }),
  status: z.enum(['read', 'draft', 'submitted', 'accepted']).optional(),
});
export type SearchParameters = z.output<typeof SearchParameters>;

/** The filter that the parameters mean. @throws ProblemError `invalid-request` for a day that its calendar has not */
export function toFilter(
  parameters: Omit<SearchParameters, 'q' | 'match' | 'inflect' | 'near'>,
): SearchFilter {
  const { from, to, calendar, publication, stage, script, status, entity = [], place, layer } = parameters;
  const bounds = (edtf: string | undefined, name: string) =>
    edtf === undefined ? undefined : requireBounds({ calendar, edtf }, ['query', name]);
  return {
    publication,
    stage,
    script,
    status,
    from: bounds(from, 'from')?.earliest ?? undefined,
    to: bounds(to, 'to')?.latest ?? undefined,
    entities: place === undefined ? entity : [...entity, place],
    layers: layer ?? TEXT_LAYERS,
  };
}

/** The query as a tree. @throws ProblemError `invalid-query` */
export function readQuery(q: string, match: Match): QueryNode {
  try {
    return parseQuery(q, match);
  } catch (error) {
    if (error instanceof QueryError) {
      throw new ProblemError('invalid-query', error.message, {
        errors: [{ path: ['query', 'q'], code: 'query', message: error.message }],
      });
    }
    throw error;
  }
}
