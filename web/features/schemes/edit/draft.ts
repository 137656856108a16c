/** A periodisation while it is being written. */
import { dateBounds } from '../../../../worker/domain/time/bounds.ts';
import type { CalendarName } from '../../../../worker/domain/time/calendars.ts';
import { EdtfError } from '../../../../worker/domain/time/edtf.ts';
import type { Citation } from '../../../../worker/shapes/common.ts';
import type { Scheme, Stage } from '../../../../worker/shapes/schemes.ts';
import { newRowKey } from '../../../ui/row-key.ts';
import { citationKey, citationOf, sourceDraft } from '../../../ui/source-fields.tsx';
import type { SourceRow } from '../../../ui/source-rows.tsx';
import { filledTexts } from '../../../ui/texts-field.tsx';
import type { EntityRef } from '../../entities/entity-lookup.tsx';

export interface StageDraft {
  /** Of the row. */
  key: string;
  /** The stage's own key, such as 1.2. */
  code: string;
  /** The code of the stage that this is a part of; empty for a stage of the first level. */
  parent: string;
  label: Record<string, string>;
  characterisation: Record<string, string>;
  calendar: CalendarName;
  /** Of the end, where it is stated in another calendar. */
  toCalendar: CalendarName | '';
  from: string;
  to: string;
  printed: string;
  citations: SourceRow[];
  note: string;
}

export interface ScholarRow {
  key: string;
  scholar: EntityRef | null;
}

export interface SchemeDraft {
  title: Record<string, string>;
  attribution: string;
  scholars: ScholarRow[];
  year: string;
  note: string;
  citations: SourceRow[];
  stages: StageDraft[];
}

export function newStage(before: StageDraft | undefined): StageDraft {
  return {
    key: newRowKey(),
    code: nextCode(before?.code),
    parent: before?.parent ?? '',
    label: {},
    characterisation: {},
    calendar: before?.calendar ?? 'julian',
    toCalendar: '',
    from: '',
    to: '',
    printed: '',
    citations: [],
    note: '',
  };
}

/** The code after this one: 1.2 after 1.1; nothing to go by gives 1. */
function nextCode(code: string | undefined): string {
  if (code === undefined) return '1';
  const found = /^(.*?)(\d+)$/.exec(code);
  return found ? `${found[1]}${Number(found[2]) + 1}` : '';
}

export function emptyScheme(): SchemeDraft {
  return {
    title: {},
    attribution: '',
    scholars: [],
    year: '',
    note: '',
    citations: [],
    stages: [newStage(undefined)],
  };
}

export function draftOf(scheme: Scheme): SchemeDraft {
  return {
    title: scheme.title,
    attribution: scheme.attribution,
    scholars: (scheme.scholars ?? []).map(({ id, label }) => ({ key: id, scholar: { id, label } })),
    year: scheme.year ?? '',
    note: scheme.note ?? '',
    citations: sourceRows(scheme.citations),
    stages: scheme.stages.map(stageDraft),
  };
}

function stageDraft(stage: Stage): StageDraft {
  return {
    key: `stage-${stage.key}`,
    code: stage.key,
    parent: stage.parent ?? '',
    label: stage.label,
    characterisation: stage.characterisation ?? {},
    calendar: stage.calendar,
    toCalendar: stage.toCalendar ?? '',
    from: stage.from ?? '',
    to: stage.to ?? '',
    printed: stage.printed ?? '',
    citations: sourceRows(stage.citations),
    note: stage.note ?? '',
  };
}

function sourceRows(citations: readonly Citation[] | undefined): SourceRow[] {
  return (citations ?? []).map((citation) => ({
    key: citationKey(citation),
    citation: sourceDraft(citation),
  }));
}

/** The whole scheme as `POST /schemes` takes it: what was left empty is not stated. */
export function newSchemeOf(draft: SchemeDraft): Partial<SchemeBody> {
  return Object.fromEntries(Object.entries(bodyOf(draft)).filter(([, value]) => value !== ''));
}

/** The whole scheme as it can be compared and sent; an empty year or note takes away the one there was. */
function bodyOf(draft: SchemeDraft) {
  return {
    title: filledTexts(draft.title) ?? {},
    attribution: draft.attribution.trim(),
    scholars: draft.scholars.flatMap(({ scholar }) => scholar?.id ?? []),
    year: draft.year.trim(),
    note: draft.note.trim(),
    citations: citationsOf(draft.citations),
    stages: draft.stages.map((stage) => {
      const characterisation = filledTexts(stage.characterisation);
      const citations = citationsOf(stage.citations);
      return {
        key: stage.code.trim(),
        ...(stage.parent ? { parent: stage.parent } : {}),
        label: filledTexts(stage.label) ?? {},
        ...(characterisation ? { characterisation } : {}),
        calendar: stage.calendar,
        ...(stage.toCalendar ? { toCalendar: stage.toCalendar } : {}),
        from: stage.from.trim() || null,
        to: stage.to.trim() || null,
        ...(stage.printed.trim() ? { printed: stage.printed.trim() } : {}),
        ...(citations.length > 0 ? { citations } : {}),
        ...(stage.note.trim() ? { note: stage.note.trim() } : {}),
      };
    }),
  };
}

type SchemeBody = ReturnType<typeof bodyOf>;

/** What differs from the scheme as it was read; nothing but the version where nothing differs. */
export function changeOf(base: Scheme, draft: SchemeDraft): Partial<SchemeBody> & { version: number } {
  const [before, after] = [bodyOf(draftOf(base)), bodyOf(draft)];
  const changed = Object.entries(after).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(before[part as keyof SchemeBody]),
  );
  return { ...(Object.fromEntries(changed) as Partial<SchemeBody>), version: base.version };
}

function citationsOf(rows: readonly SourceRow[]): Citation[] {
  return rows.flatMap(({ citation }) => citationOf(citation) ?? []);
}

function full(rows: readonly SourceRow[]): SourceRow[] {
  return rows.filter(({ citation }) => citationOf(citation) !== undefined);
}

/** Rows in which nothing was written are left out. */
export function withoutEmptyRows(draft: SchemeDraft): SchemeDraft {
  return {
    ...draft,
    scholars: draft.scholars.filter(({ scholar }) => scholar !== null),
    citations: full(draft.citations),
    stages: draft.stages.map((stage) => ({ ...stage, citations: full(stage.citations) })),
  };
}

/** The scheme as the picture draws it while it is written: a stage whose dates cannot be read yet has none. */
export function previewOf(draft: SchemeDraft): Scheme {
  const stages = bodyOf(draft).stages.map((stage, index): Stage => {
    const { earliest, latest } = boundsOf(stage);
    return { ...stage, id: draft.stages[index]?.key ?? '', url: '', scheme: 'preview', earliest, latest };
  });
  const title = filledTexts(draft.title) ?? { und: draft.attribution };
  const at = new Date(0).toISOString();
  return {
    id: 'preview',
    url: '',
    title,
    attribution: draft.attribution,
    version: 1,
    stages,
    createdAt: at,
    updatedAt: at,
  };
}

function boundsOf(stage: SchemeBody['stages'][number]): Pick<Stage, 'earliest' | 'latest'> {
  try {
    const from = stage.from === null ? null : dateBounds({ calendar: stage.calendar, edtf: stage.from });
    const calendar = stage.toCalendar ?? stage.calendar;
    const to = stage.to === null ? null : dateBounds({ calendar, edtf: stage.to });
    return { earliest: from?.earliest ?? null, latest: to?.latest ?? null };
  } catch (error) {
    if (error instanceof EdtfError) return { earliest: null, latest: null };
    throw error;
  }
}
