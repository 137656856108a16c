/** What a person should mend before the form is sent, said in the UI's language. */
import type { CalendarName } from '../../../../worker/domain/time/calendars.ts';
import type { FieldProblem } from '../../../api/problem.ts';
import { language } from '../../../i18n/language.ts';
import { translator } from '../../../i18n/messages.ts';
import { readEdtf } from '../../../ui/edtf.ts';
import { findMissing } from './body.ts';
import type { EntityDraft } from './draft.ts';
import { editMessages } from './messages.ts';

/** Empty where the form can be sent. */
export function findFaults(draft: EntityDraft): FieldProblem[] {
  const t = translator(editMessages, language.value);
  const missing = findMissing(draft).map(({ path, what }) => ({
    path,
    code: 'missing',
    message: t(`missing${what}`),
  }));
  const dates: FieldProblem[] = [];
  const check = (edtf: string, calendar: CalendarName, ...path: (string | number)[]) => {
    const fault = readEdtf(edtf, calendar)?.fault;
    if (fault !== undefined) dates.push({ path, code: 'missing', message: t('dateFault', { fault }) });
  };
  for (const end of ['from', 'to'] as const) {
    check(draft.dates[end], 'gregorian', 'dates', end);
    for (const [index, row] of draft.relations.entries()) {
      check(row[end], 'gregorian', 'relations', index, end);
    }
  }
  for (const [index, row] of draft.claims.entries()) {
    check(row.edtf, row.calendar, 'claims', index, 'date', 'edtf');
  }
  return [...missing, ...dates];
}
