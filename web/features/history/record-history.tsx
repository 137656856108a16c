/** How a record became what it is: who changed what, when and why, and the way back. */
import { useSignal } from '@preact/signals';
import type { RecordVersion } from '../../../worker/shapes/history.ts';
import { useMessages } from '../../i18n/messages.ts';
import { mayReview } from '../../state/session.ts';
import { useList } from '../../state/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/date-text.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { FieldChanges } from './field-changes.tsx';
import { type RecordField, diffFields } from './fields.ts';
import { historyMessages } from './messages.ts';
import { RestoreDialog } from './restore-dialog.tsx';

interface RecordHistoryProps<T> {
  /** Of the API, such as `/entities/{id}/history`. */
  path: string;
  fieldsOf: (record: T) => RecordField[];
  /** Makes the record what it was: `current` is its newest state. Throws ApiProblem. Absent where nothing can be restored. */
  restore?: (record: T, current: T, changeNote: string) => Promise<void>;
}

export function RecordHistory<T>({ path, fieldsOf, restore }: RecordHistoryProps<T>) {
  const t = useMessages(historyMessages);
  const list = useList<RecordVersion<T>>(path);
  const wanted = useSignal<RecordVersion<T> | null>(null);
  const newest = list.items[0];
  const isCurrent = ({ version }: RecordVersion<T>) => version === newest?.version;
  return (
    <>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <Empty title={t('none')} />}
      <ol class="history-list">
        {list.items.map((entry, index) => (
          <li key={`${entry.version}-${entry.at}-${entry.action}`}>
            <p>
              <b>{t('version', { number: entry.version })}</b>{' '}
              {isCurrent(entry) && index === 0 && <Badge tone="reviewed">{t('current')}</Badge>}{' '}
              <span class="soft small">
                <Done entry={entry} /> · <Moment at={entry.at} />
              </span>
            </p>
            {entry.note && (
              <blockquote class="history-note" dir="auto">
                {entry.note}
              </blockquote>
            )}
            <Difference entry={entry} before={stateBefore(list.items, index)} fieldsOf={fieldsOf} />
            {restore &&
              mayReview.value &&
              entry.record !== undefined &&
              newest?.record !== undefined &&
              !isCurrent(entry) && (
                <Button small icon="undo" onClick={() => (wanted.value = entry)}>
                  {t('restore')}
                </Button>
              )}
          </li>
        ))}
      </ol>
      <More list={list} />
      {restore && wanted.value?.record !== undefined && newest?.record !== undefined && (
        <RestoreDialog
          version={wanted.value.version}
          changes={diffFields(fieldsOf(newest.record), fieldsOf(wanted.value.record))}
          restore={async (note) => {
            const record = wanted.peek()?.record;
            if (record === undefined || newest.record === undefined) return;
            await restore(record, newest.record, note);
            wanted.value = null;
            await list.reload();
          }}
          onClose={() => (wanted.value = null)}
        />
      )}
    </>
  );
}

function Done<T>({ entry }: { entry: RecordVersion<T> }) {
  const t = useMessages(historyMessages);
  const what = actionText(entry.action, t);
  return entry.actor ? <>{t.rich('by', { what, name: <bdi>{entry.actor.name}</bdi> })}</> : <>{what}</>;
}

type Words = ReturnType<typeof useMessages<(typeof historyMessages)['catalogues']['en']>>;

/** `entity:change` in words; what has none here is shown as it is. */
function actionText(action: string, t: Words): string {
  const done = action.split(':').at(-1) ?? action;
  const known = ['create', 'change', 'merge', 'merge-away', 'unmerge', 'load'] as const;
  const key = known.find((one) => one === done);
  return key === undefined ? action : t(key);
}

/** The state that an entry replaced: that of the nearest older one with a lower number. */
function stateBefore<T>(entries: readonly RecordVersion<T>[], index: number): T | undefined {
  const { version } = entries[index]!;
  return entries.slice(index + 1).find((entry) => entry.version < version && entry.record !== undefined)
    ?.record;
}

function Difference<T>({
  entry,
  before,
  fieldsOf,
}: {
  entry: RecordVersion<T>;
  before: T | undefined;
  fieldsOf: (record: T) => RecordField[];
}) {
  const t = useMessages(historyMessages);
  const open = useSignal(false);
  // A merge changes no field of the record itself.
  if (/merge/.test(entry.action)) return null;
  if (entry.record === undefined) return <p class="soft small">{t('notKept')}</p>;
  const { record } = entry;
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary class="small">{before === undefined ? t('whole') : t('whatChanged')}</summary>
      {open.value && (
        <FieldChanges changes={diffFields(before === undefined ? [] : fieldsOf(before), fieldsOf(record))} />
      )}
    </details>
  );
}
