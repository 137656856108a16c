/** What a person should mend before the scheme is sent, said in the UI's language. */
import type { FieldProblem } from '../../../api/problem.ts';
import { language } from '../../../i18n/language.ts';
import { translator } from '../../../i18n/messages.ts';
import { readEdtf } from '../../../ui/edtf.ts';
import type { SourceRow } from '../../../ui/source-rows.tsx';
import { filledTexts } from '../../../ui/texts-field.tsx';
import type { SchemeDraft } from './draft.ts';
import { editSchemeMessages } from './messages.ts';

/** Empty where the scheme can be sent. */
export function findFaults(draft: SchemeDraft): FieldProblem[] {
  const t = translator(editSchemeMessages, language.value);
  const faults: FieldProblem[] = [];
  const add = (message: string, ...path: (string | number)[]) =>
    faults.push({ path, code: 'missing', message });
  const sources = (rows: readonly SourceRow[], ...path: (string | number)[]) => {
    for (const [index, { citation }] of rows.entries()) {
      if (citation.source.trim() === '') add(t('missingSource'), ...path, index, 'source');
    }
  };
  if (!filledTexts(draft.title)) add(t('missingTitle'), 'title');
  if (draft.attribution.trim() === '') add(t('missingAttribution'), 'attribution');
  sources(draft.citations, 'citations');
  const codes = draft.stages.map((stage) => stage.code.trim());
  for (const [index, stage] of draft.stages.entries()) {
    const code = stage.code.trim();
    if (code === '') add(t('missingCode'), 'stages', index, 'key');
    else if (codes.indexOf(code) !== index) add(t('twice', { code }), 'stages', index, 'key');
    if (!filledTexts(stage.label)) add(t('missingLabel'), 'stages', index, 'label');
    for (const end of ['from', 'to'] as const) {
      const calendar = end === 'to' && stage.toCalendar ? stage.toCalendar : stage.calendar;
      const fault = readEdtf(stage[end], calendar)?.fault;
      if (fault !== undefined) add(fault, 'stages', index, end);
    }
    sources(stage.citations, 'stages', index, 'citations');
  }
  return faults;
}
