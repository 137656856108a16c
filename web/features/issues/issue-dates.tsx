import type { HistoricalDate } from '../../../worker/shapes/common.ts';
import type { Issue } from '../../../worker/shapes/issues.ts';
import { formatInOtherCalendar } from '../../../worker/domain/time/other-calendar.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { placementMessages } from '../schemes/placement-messages.ts';
import { issueMessages } from './messages.ts';

/** All dates that the masthead has, each in both calendars; dates that cannot be the same day are flagged. */
export function IssueDates({ issue }: { issue: Issue }) {
  const t = useMessages(placementMessages);
  const { date, otherDates = [], dateAgreement, dateGapDays: days } = issue;
  return (
    <>
      <OneDate date={date} />
      {otherDates.length > 0 && (
        <>
          <p class="soft small issue-dates-more">{t('otherDates')}</p>
          {otherDates.map((other) => (
            <OneDate key={`${other.calendar} ${other.edtf}`} date={other} />
          ))}
        </>
      )}
      {dateAgreement === 'agree' && (
        <p class="small">{days === undefined ? t('agree') : t('agreeWithin', { count: days })}</p>
      )}
      {dateAgreement === 'disagree' && (
        <Notice tone="warning">
          <p>{t('disagree', { count: days ?? 0 })}</p>
        </Notice>
      )}
    </>
  );
}

function OneDate({ date }: { date: HistoricalDate }) {
  const t = useMessages(placementMessages);
  const issues = useMessages(issueMessages);
  const other = inOtherCalendar(date);
  return (
    <div class="issue-date">
      <DateText date={date} />
      {other !== null && (
        <div class="soft small">
          {t('bothCalendars')}: {other}
        </div>
      )}
      {date.printed && (
        <div class="soft small">{issues.rich('printed', { date: <bdi>{date.printed}</bdi> })}</div>
      )}
    </div>
  );
}

/**
 * Null where the words of the date have it already, as those of a Julian or Hijri day do, and where the date, as
 * it is stored, cannot be read: it is then shown as it stands.
 */
function inOtherCalendar(date: HistoricalDate): string | null {
  if (date.calendar !== 'gregorian' && /^\d{4}-\d\d-\d\d$/.test(date.edtf)) return null;
  try {
    return formatInOtherCalendar(date, language.value);
  } catch {
    return null;
  }
}
