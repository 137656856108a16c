/** Shapes that many resources share. `z` carries `.openapi()`, so the OpenAPI document comes from these. */
import { z } from '@hono/zod-openapi';

export { z };

/** An opaque id (a UUIDv7 today; clients must not read anything into it). */
export const Id = z
  .string()
  .regex(/^[\x21-\x7e]{1,64}$/, 'is not an id')
  .openapi({ example: '01932f6e-7a3c-7c41-9a55-0d4d1c0f2b11' });

/** A time in ISO 8601 UTC. */
export const Time = z.iso.datetime().openapi({ example: '2026-11-22T10:15:00.000Z' });

/** A BCP 47 language tag, such as `kk-Arab`, `ru-petr1708`. */
export const LanguageTag = z
  .string()
  .min(2)
  .max(35)
  .refine(isLanguageTag, 'is not a BCP 47 language tag, such as kk-Arab or ru-petr1708')
  .openapi({ example: 'kk-Arab' });

/** Text by language tag: the same title or name in several languages or scripts. */
export const TextByLanguage = z
  .record(LanguageTag, z.string().min(1).max(500))
  .refine((value) => Object.keys(value).length > 0, 'needs a text in at least one language')
  .openapi('TextByLanguage', { example: { 'kk-Arab': 'قازاق', 'kk-Cyrl': 'Қазақ', ru: 'Казах' } });
export type TextByLanguage = z.infer<typeof TextByLanguage>;

/** [x, y, width, height] in pixels of the original scan. */
export const Box = z.tuple([z.int().min(0), z.int().min(0), z.int().min(1), z.int().min(1)]).openapi('Box', {
  description: '[x, y, width, height] in pixels of the original scan',
  example: [120, 340, 900, 42],
});
export type Box = z.infer<typeof Box>;

export const Calendar = z.enum(['julian', 'gregorian', 'hijri']);

/** A date as printed, in its calendar; `edtf` is written in the days of the calendar it names. */
export const HistoricalDate = z
  .object({
    printed: z.string().min(1).max(200).optional(),
    calendar: Calendar,
    edtf: z
      .string()
      .min(1)
      .max(100)
      .openapi({ description: 'EDTF, in the days of the named calendar', example: '1917-07-05' }),
  })
  .openapi('HistoricalDate');
export type HistoricalDate = z.infer<typeof HistoricalDate>;

/** A day of the Gregorian calendar, or null where the date is open on that side. */
export const Day = z
  .string()
  .regex(/^-?\d{4,}-\d{2}-\d{2}$/, 'is not a day such as 1917-07-18')
  .openapi({ example: '1917-07-18' });

/** A day in a query: one that exists. */
export const DayParam = Day.refine(isGregorianDay, 'is no day of the Gregorian calendar').openapi({
  example: '1917-07-18',
  description: 'Gregorian day',
});

export const Rights = z
  .object({
    statement: z.string().min(1).max(2000),
    licence: z.string().max(200).optional(),
    uri: z.url().max(500).optional(),
  })
  .openapi('Rights');
export type Rights = z.infer<typeof Rights>;

export const Citation = z
  .object({
    source: z.string().min(1).max(1000),
    locator: z.string().max(200).optional(),
    url: z.url().max(1000).optional(),
  })
  .openapi('Citation', { description: 'Where a statement comes from: a full reference and the place in it' });
export type Citation = z.infer<typeof Citation>;

/** RFC 9457. `type` is stable; `title` is for people; `errors` names the failing fields. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: 'https://qalam.dev/problems/invalid-request' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z
      .array(
        z.object({ path: z.array(z.union([z.string(), z.int()])), code: z.string(), message: z.string() }),
      )
      .optional(),
  })
  .catchall(z.any())
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;

/** `{items, next}`; `next` is the cursor of the following part, null at the end. */
export function listOf<T extends z.ZodType>(name: string, item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).openapi(`${name}List`);
}

export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

export const IdParam = z.object({ id: Id.openapi({ param: { name: 'id', in: 'path' } }) });

function isGregorianDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length > 0;
  } catch {
    return false;
  }
}
