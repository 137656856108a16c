/** What must hold of an entity's own words and dates before they are stored. */
import { checkNameForm } from '../domain/names/check-name-form.ts';
import { dateBounds } from '../domain/time/bounds.ts';
import type { CalendarName } from '../domain/time/calendars.ts';
import { EdtfError } from '../domain/time/edtf.ts';
import type { FieldError } from '../http/problem.ts';
import type { EntityChange } from '../shapes/entities.ts';
import { nameText } from './entity-rows.ts';

type Path = (string | number)[];
type Sent = Pick<EntityChange, 'nameForms' | 'relations' | 'claims' | 'dates'>;

/** Every field that is not as it should be, with a sentence for the person who sent it. */
export function checkEntity(sent: Sent): FieldError[] {
  const forms = (sent.nameForms ?? []).map((form) => ({ ...form, text: nameText(form.text) }));
  return [
    ...forms.flatMap((form, index) =>
      (form.of === undefined ? checkNameForm(form) : []).map(({ code, message }) => ({
        path: ['nameForms', index, code === 'script' ? 'language' : 'text'],
        code,
        message,
      })),
    ),
    ...repeated('nameForms', 'text', forms, ({ text, language, kind, source }) => [
      text,
      language,
      kind,
      source,
    ]),
    ...(sent.relations ?? []).flatMap((relation, index) => checkSpan(relation, ['relations', index])),
    ...repeated('relations', 'object', sent.relations ?? [], ({ predicate, object, from, to }) => [
      predicate,
      object,
      from,
      to,
    ]),
    ...(sent.claims ?? []).flatMap(({ date }, index) =>
      date ? readDate(date.edtf, date.calendar, ['claims', index, 'date', 'edtf']).errors : [],
    ),
    ...repeated('claims', 'property', sent.claims ?? [], ({ property, date, value, source }) => [
      property,
      date,
      value,
      source,
    ]),
    ...(sent.dates ? checkSpan(sent.dates, ['dates']) : []),
  ];
}

/** A beginning and an end: both dates, and in this order as far as they say. */
function checkSpan(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  path: Path,
): FieldError[] {
  const [begin, end] = [read(from, 'from'), read(to, 'to')];
  const errors = [...begin.errors, ...end.errors];
  if (errors.length > 0 || begin.earliest === null || end.latest === null || begin.earliest <= end.latest)
    return errors;
  const message = `The end, ${to}, lies before the beginning, ${from}.`;
  return [{ path: [...path, 'to'], code: 'order', message }];

  function read(edtf: string | undefined, end: 'from' | 'to') {
    return edtf === undefined
      ? { earliest: null, latest: null, errors: [] }
      : readDate(edtf, 'gregorian', [...path, end]);
  }
}

function readDate(edtf: string, calendar: CalendarName, path: Path) {
  try {
    return { ...dateBounds({ calendar, edtf }), errors: [] };
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    return { earliest: null, latest: null, errors: [{ path, code: 'edtf', message: error.message }] };
  }
}

/** Entries that say the same as one before them; those of merged records may. */
function repeated<T extends { of?: string | undefined }>(
  list: string,
  field: string,
  entries: readonly T[],
  sayingOf: (entry: T) => unknown[],
): FieldError[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    if (entry.of !== undefined) return [];
    const saying = JSON.stringify(sayingOf(entry));
    const before = first.get(saying);
    if (before === undefined) {
      first.set(saying, index);
      return [];
    }
    const message = `The same stands in this list already, as number ${before + 1}.`;
    return [{ path: [list, index, field], code: 'repeated', message }];
  });
}
