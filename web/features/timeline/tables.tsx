/** The tables behind the picture: for screen readers always, for others on request. */
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DateText, dateText } from '../../ui/date-text.tsx';
import { Title } from '../../ui/titles.tsx';
import type { Shown } from './address.ts';
import type { TimelineCounts, TimelineData } from './data.ts';
import { timelineMessages } from './messages.ts';
import { dayWords, spanWords } from './picture/frame.ts';
import { eventName } from './picture/draw-events.ts';
import { groupEvents } from './picture/group-events.ts';
import { isInYears } from './picture/years.ts';

interface TablesProps {
  data: TimelineData;
  shown: Shown;
  entityName: string | undefined;
  /** Off: only screen readers come to them, and nothing in them takes the focus. */
  visible: boolean;
  onChoose: (key: string) => void;
}

export function Tables({ data, shown, entityName, visible, onChoose }: TablesProps) {
  const t = useMessages(timelineMessages);
  const words = { language: language.value, style: shown.style };
  const choice = (key: string, text: ComponentChildren) =>
    visible ? (
      <button type="button" class="link-button" onClick={() => onChoose(key)}>
        {text}
      </button>
    ) : (
      text
    );
  const day = (text: string | null) => (text === null ? t('open') : dayWords(text, words));
  const months = data.months.filter(({ month }) => isInYears(`${month}-01`, `${month}-28`, shown));
  const vague = data.vague.filter(({ from, to }) => isInYears(from, to, shown));
  const events = groupEvents(data.events).filter(({ first }) =>
    isInYears(first.earliest, first.latest, shown),
  );
  const counts = [t('issuesHead'), t('scannedHead'), t('readHead'), t('transcribedHead'), t('reviewedHead')];
  return (
    <div class={visible ? 'tl-tables' : 'tl-tables visually-hidden'}>
      <Table
        caption={t('tableStages')}
        heads={[t('scheme'), t('stage'), t('from'), t('to')]}
        visible={visible}
      >
        {data.schemes.flatMap((scheme) =>
          scheme.stages.map((stage) => (
            <tr key={stage.id}>
              <td>
                <Title of={scheme.title} />
              </td>
              <th scope="row">
                {choice(
                  `stage:${stage.id}`,
                  <>
                    {stage.key}. <Title of={stage.label} />
                  </>,
                )}
              </th>
              {stage.earliest === null && stage.latest === null ? (
                <td colSpan={2}>{t('undated')}</td>
              ) : (
                [stage.earliest, stage.latest].map((bound, index) => <td key={index}>{day(bound)}</td>)
              )}
            </tr>
          )),
        )}
      </Table>
      <Table caption={t('tableMonths')} heads={[t('month'), ...counts]} visible={visible}>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">
              {choice(`month:${month.month}`, dateText({ calendar: 'gregorian', edtf: month.month }))}
            </th>
            <Counts of={month} />
          </tr>
        ))}
      </Table>
      {vague.length > 0 && (
        <Table caption={t('tableVague')} heads={[t('when'), ...counts]} visible={visible}>
          {vague.map((one) => (
            <tr key={`${one.from}/${one.to}`}>
              <th scope="row">
                {choice(`vague:${one.from ?? ''}/${one.to ?? ''}`, spanWords(one.from, one.to, words))}
              </th>
              <Counts of={one} />
            </tr>
          ))}
        </Table>
      )}
      <Table caption={t('tableEvents')} heads={[t('what'), t('when'), t('remark')]} visible={visible}>
        {events.map(({ key, first, conflicts }) => (
          <tr key={key}>
            <th scope="row">{choice(key, <bdi>{eventName(first, words)}</bdi>)}</th>
            <td>
              <DateText date={first.date} />
            </td>
            <td>{conflicts ? t('conflict') : ''}</td>
          </tr>
        ))}
      </Table>
      {entityName !== undefined && data.mentions.length > 0 && (
        <Table
          caption={t('mentionsOf', { name: entityName })}
          heads={[t('month'), t('mentionsHead')]}
          visible={visible}
        >
          {data.mentions.map(({ month, count }) => (
            <tr key={month}>
              <th scope="row">
                {choice(`mention:${month}`, dateText({ calendar: 'gregorian', edtf: month }))}
              </th>
              <td class="number">{formatNumber(count, language.value)}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

function Counts({ of }: { of: TimelineCounts }) {
  return (
    <>
      {[of.issues, of.scanned, of.read, of.transcribed, of.reviewed].map((count, index) => (
        <td key={index} class="number">
          {formatNumber(count, language.value)}
        </td>
      ))}
    </>
  );
}

function Table({
  caption,
  heads,
  visible,
  children,
}: {
  caption: string;
  heads: string[];
  visible: boolean;
  children: ComponentChildren;
}) {
  return (
    // Where the tables are for screen readers only, nothing scrolls: a key would move what nobody sees.
    <div
      class={visible ? 'table-scroll' : undefined}
      role="group"
      aria-label={caption}
      tabIndex={visible ? 0 : undefined}
    >
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
