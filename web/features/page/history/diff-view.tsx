import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import { useSignal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import {
  type DiffableLine,
  diffLines,
  diffWords,
  type LineChange,
} from '../../../../worker/domain/text/diff.ts';
import { historyMessages } from './messages.ts';

interface DiffViewProps<T extends DiffableLine> {
  before: readonly T[];
  after: readonly T[];
  lang: string;
  dir: 'rtl' | 'ltr';
}

/** Two versions of a page, word by word; lines that are the same are folded away. */
export function DiffView<T extends DiffableLine>({ before, after, lang, dir }: DiffViewProps<T>) {
  const t = useMessages(historyMessages);
  const rows = diffLines(before, after);
  const changed = rows.filter((row) => row.kind !== 'same').length;
  return (
    <div class="diff">
      <p class="small soft" role="status">
        {changed === 0 ? t('noDifference') : t('linesDiffer', { count: changed })}
      </p>
      <ol class="diff-lines">
        {foldSame(rows).map((run, index) =>
          Array.isArray(run) ? (
            <SameLines key={`same-${index}`} rows={run} lang={lang} dir={dir} />
          ) : (
            <ChangedLine key={run.after?.id ?? run.before?.id ?? index} {...{ row: run, lang, dir }} />
          ),
        )}
      </ol>
    </div>
  );
}

function ChangedLine<T extends DiffableLine>({
  row,
  lang,
  dir,
}: Pick<DiffViewProps<T>, 'lang' | 'dir'> & { row: LineChange<T> }) {
  const t = useMessages(historyMessages);
  const label = {
    added: 'lineAdded',
    removed: 'lineRemoved',
    changed: 'lineChanged',
    moved: 'lineMoved',
    same: 'lineSame',
  } as const;
  return (
    <li class={`diff-line diff-${row.kind}`}>
      <span class="diff-label small">{t(label[row.kind])}</span>
      <WordDiff before={row.before?.text ?? ''} after={row.after?.text ?? ''} lang={lang} dir={dir} />
    </li>
  );
}

/** One line in both versions: what went is struck out, what came is underlined. */
export function WordDiff({
  before,
  after,
  lang,
  dir,
}: {
  before: string;
  after: string;
  lang: string;
  dir: 'rtl' | 'ltr';
}) {
  return (
    <p class="diff-text" lang={lang} dir={directionOnPage(after || before, dir)}>
      {diffWords(before, after).map((part, index) =>
        part.kind === 'same' ? (
          part.text
        ) : part.kind === 'added' ? (
          <ins key={index}>{part.text}</ins>
        ) : (
          <del key={index}>{part.text}</del>
        ),
      )}
    </p>
  );
}

function SameLines<T extends DiffableLine>({
  rows,
  lang,
  dir,
}: {
  rows: LineChange<T>[];
  lang: string;
  dir: 'rtl' | 'ltr';
}) {
  const t = useMessages(historyMessages);
  const open = useSignal(false);
  return (
    <li class="diff-same">
      <Button small look="plain" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        {t('unchanged', { count: rows.length })}
      </Button>
      {open.value &&
        rows.map((row, index) => (
          <p key={index} class="diff-text" lang={lang} dir={directionOnPage(row.after?.text ?? '', dir)}>
            {row.after?.text}
          </p>
        ))}
    </li>
  );
}

/** Runs of lines that are the same as one item each. */
function foldSame<T extends DiffableLine>(rows: LineChange<T>[]): (LineChange<T> | LineChange<T>[])[] {
  const folded: (LineChange<T> | LineChange<T>[])[] = [];
  for (const row of rows) {
    const last = folded.at(-1);
    if (row.kind !== 'same') folded.push(row);
    else if (Array.isArray(last)) last.push(row);
    else folded.push([row]);
  }
  return folded;
}
