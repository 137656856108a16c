/** A record as a list of fields that people read, and what differs between two states of it. */

export interface RecordField {
  /** The same in every state: a part keeps its id. */
  key: string;
  /** What part of the record it belongs to, in the UI's language. */
  group: string;
  text: string;
  /** Of `text`; absent where it is in the UI's language. */
  lang?: string;
  /** Further words on it: kind, source, note. */
  detail?: string;
}

export interface FieldChange {
  key: string;
  group: string;
  before?: RecordField;
  after?: RecordField;
}

/** What was added, taken away or changed, group by group in the order of the fields. */
export function diffFields(before: readonly RecordField[], after: readonly RecordField[]): FieldChange[] {
  const was = new Map(before.map((field) => [field.key, field]));
  const is = new Map(after.map((field) => [field.key, field]));
  const changes: FieldChange[] = [];
  for (const field of after) {
    const old = was.get(field.key);
    if (old === undefined) changes.push({ key: field.key, group: field.group, after: field });
    else if (!sameField(old, field))
      changes.push({ key: field.key, group: field.group, before: old, after: field });
  }
  for (const field of before) {
    if (!is.has(field.key)) changes.push({ key: field.key, group: field.group, before: field });
  }
  const groups = [...new Set([...after, ...before].map((field) => field.group))];
  return changes.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

function sameField(a: RecordField, b: RecordField): boolean {
  return a.text === b.text && a.lang === b.lang && a.detail === b.detail;
}
