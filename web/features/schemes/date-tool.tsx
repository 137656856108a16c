import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { CalendarName } from '../../../worker/domain/time/calendars.ts';
import type { z } from '../../../worker/shapes/common.ts';
import type { Placements } from '../../../worker/shapes/timeline.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useDebounced, useResource } from '../../state/resource.ts';
import { readEdtf } from '../../ui/edtf.ts';
import { CalendarField, EdtfField, EdtfHelp } from '../../ui/edtf-field.tsx';
import { Loading, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { placementMessages } from './placement-messages.ts';
import { PlacementTable } from './placement-table.tsx';

const CALENDARS: readonly string[] = ['julian', 'gregorian', 'hijri'];

/** Type a date and see its stage under every scheme. The date stands in the address, so that it can be cited. */
export function DateTool() {
  const t = useMessages(placementMessages);
  const { query, route } = useLocation();
  const stated = query['calendar'] ?? '';
  const calendar = (CALENDARS.includes(stated) ? stated : 'julian') as CalendarName;
  const words = useSignal(query['date'] ?? '');
  const settled = useDebounced(words, 300).value.trim();
  const go = (date: string, by: CalendarName) =>
    route(urlOfView('/schemes', { date, calendar: date === '' ? '' : by }), true);
  useEffect(() => {
    // A link may have been followed meanwhile: this view stays until the next one has arrived.
    if (location.pathname === '/schemes' && settled !== (query['date'] ?? '')) go(settled, calendar);
  }, [settled]);

  const isReadable = readEdtf(settled, calendar)?.words !== undefined;
  const { data, problem, loading, reload } = useResource<z.infer<typeof Placements>>(
    isReadable ? urlOfView('/placements', { calendar, edtf: settled }) : null,
  );
  return (
    <section class="section" aria-labelledby="date-tool">
      <h2 id="date-tool">{t('toolTitle')}</h2>
      <p class="soft">{t('toolHint')}</p>
      <form class="form-row date-tool" onSubmit={(event) => event.preventDefault()}>
        <CalendarField value={calendar} onChange={(by) => go(settled, by || 'julian')} />
        <EdtfField
          label={t('date')}
          calendar={calendar}
          value={words.value}
          onInput={(value) => (words.value = value)}
        />
      </form>
      <EdtfHelp />
      <ProblemNotice problem={problem} onRetry={reload} />
      {loading && !data && <Loading />}
      {data && (
        <div aria-live="polite">
          <p>
            <b>{t('reading', { date: data.words[language.value] })}</b>
            {data.otherCalendar && <>; {t('other', { date: data.otherCalendar[language.value] })}</>}
          </p>
          <PlacementTable items={data.items} label={t('toolTitle')} />
        </div>
      )}
    </section>
  );
}
