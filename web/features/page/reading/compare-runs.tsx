/** Two readings side by side, with the scan of each line, and the choice between them with a reason. */
import { useSignal } from '@preact/signals';
import { directionOf } from '../../../../worker/domain/text/script.ts';
import type { OcrRun, OcrRunLines } from '../../../../worker/shapes/ocr.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { type ApiProblem, post, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { signedIn } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { momentText } from '../../../ui/date-text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Loading, ProblemNotice } from '../../../ui/notice.tsx';
import { htmlLang } from '../../../ui/titles.tsx';
import { type DiffPart, diffWords } from '../../../../worker/domain/text/diff.ts';
import RowStrip from '../scan/row-strip.tsx';
import type { LineStore } from '../store.ts';
import { alignRuns, type ComparedLine } from './align-runs.ts';
import { readingMessages } from './messages.ts';
import { runName } from './run-row.tsx';

interface CompareRunsProps {
  page: Page;
  store: LineStore;
  /** Those that have lines, newest first. */
  runs: readonly OcrRun[];
  first: string;
  onClose: () => void;
  onChosen: () => void;
}

/** Stands for the text as it is now, which a run can be compared with, too. */
const TEXT = 'text';

export default function CompareRuns({ page, store, runs, first, onClose, onChosen }: CompareRunsProps) {
  const t = useMessages(readingMessages);
  const sides = [useSignal(otherThan(first, runs)), useSignal(first)] as const;
  const all = useSignal(false);
  const choosing = useSignal<OcrRun | null>(null);
  const lines = [useLines(page, store, sides[0].value), useLines(page, store, sides[1].value)] as const;
  const runOf = (id: string) => runs.find((run) => run.id === id);
  const region = runOf(sides[0].value)?.region ?? runOf(sides[1].value)?.region ?? null;
  const problem = lines[0].problem ?? lines[1].problem;
  const aligned =
    lines[0].lines && lines[1].lines && alignRuns<ComparedLine>(lines[0].lines, lines[1].lines, region);
  const nameOf = (run: OcrRun) =>
    `${runName(run)} · ${momentText(run.finishedAt)}${run.region ? ` · ${t('ofPart')}` : ''}`;

  return (
    <Dialog open title={t('compareTitle')} onClose={onClose}>
      <div class="compare-runs text-scroll">
        <div class="compare-heads">
          {sides.map((side, index) => (
            <div key={index}>
              <SelectField
                label={t(index === 0 ? 'oneReading' : 'otherReading')}
                value={side.value}
                onChange={(value) => (side.value = value)}
                choices={[
                  { value: TEXT, label: t('textNow') },
                  ...runs.map((run) => ({ value: run.id, label: nameOf(run) })),
                ]}
              />
              {signedIn.value && runOf(side.value) && (
                <Button small icon="check" onClick={() => (choosing.value = runOf(side.value) ?? null)}>
                  {t('chooseThis')}
                </Button>
              )}
            </div>
          ))}
        </div>
        {choosing.value && (
          <ChooseForm
            page={page.id}
            run={choosing.value}
            onDone={onChosen}
            onCancel={() => (choosing.value = null)}
          />
        )}
        <ProblemNotice problem={problem} />
        {!aligned && !problem && <Loading />}
        {aligned && (
          <>
            <p class="small soft" role="status">
              {t('linesDiffer', { count: aligned.different, all: aligned.rows.length })}
            </p>
            <label class="check">
              <input
                type="checkbox"
                checked={all.value}
                onChange={(event) => (all.value = event.currentTarget.checked)}
              />
              {t('showSame')}
            </label>
            <ol class="compare-lines">
              {aligned.rows
                .filter((row) => all.value || row.first?.text !== row.second?.text)
                .map((row, index) => {
                  const box = row.second?.box ?? row.first?.box;
                  const parts = diffWords(row.first?.text ?? '', row.second?.text ?? '');
                  return (
                    <li key={index}>
                      {box && <RowStrip page={page} box={box} />}
                      <Side page={page} parts={parts} of="removed" missing={row.first === null} />
                      <Side page={page} parts={parts} of="added" missing={row.second === null} />
                    </li>
                  );
                })}
            </ol>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What to compare with at first: the reading that is shown, else the one before, else the text. */
function otherThan(first: string, runs: readonly OcrRun[]): string {
  const others = runs.filter(({ id }) => id !== first);
  return (others.find(({ current }) => current) ?? others[0])?.id ?? TEXT;
}

function useLines(
  page: Page,
  store: LineStore,
  side: string,
): { lines: readonly ComparedLine[] | undefined; problem: ApiProblem | undefined } {
  const read = useResource<OcrRunLines>(side === TEXT ? null : `/pages/${page.id}/ocr/${side}`);
  return side === TEXT
    ? { lines: store.lines(), problem: undefined }
    : { lines: read.data?.lines, problem: read.problem };
}

interface SideProps {
  page: Page;
  parts: readonly DiffPart[];
  /** Which parts are this side's own. */
  of: 'removed' | 'added';
  missing: boolean;
}

function Side({ page, parts, of, missing }: SideProps) {
  const t = useMessages(readingMessages);
  if (missing) return <p class="compare-missing small soft">{t('lineMissing')}</p>;
  const own = parts.filter(({ kind }) => kind === 'same' || kind === of);
  return (
    <p
      class="diff-text"
      lang={htmlLang(page.language)}
      dir={directionOf(own.map(({ text }) => text).join(''))}
    >
      {own.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : of === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <ins key={index}>{text}</ins>
        ),
      )}
    </p>
  );
}

interface ChooseFormProps {
  page: string;
  run: OcrRun;
  onDone: () => void;
  onCancel: () => void;
}

/** The reason is kept with the run and shown to all. */
function ChooseForm({ page, run, onDone, onCancel }: ChooseFormProps) {
  const t = useMessages(readingMessages);
  const reason = useSignal('');
  const missing = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const choose = async () => {
    missing.value = reason.peek().trim() === '';
    if (missing.peek()) return;
    busy.value = true;
    problem.value = null;
    try {
      await post<OcrRun>(`/pages/${page}/ocr/${run.id}/choice`, { reason: reason.peek().trim() });
      toast(t('choiceKept'), 'good');
      onDone();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <form
      class="form choose-run"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.peek()) void choose();
      }}
    >
      <TextField
        label={t('reason', { run: runName(run) })}
        hint={t('reasonHint')}
        error={missing.value ? t('reasonMissing') : undefined}
        maxLength={500}
        dir="auto"
        value={reason.value}
        onInput={(value) => {
          reason.value = value;
          missing.value = false;
        }}
      />
      <ProblemNotice problem={problem.value ?? undefined} />
      <p class="form-actions">
        <Button small look="primary" icon="check" type="submit" busy={busy.value} onClick={() => undefined}>
          {t('choose')}
        </Button>
        <Button small look="plain" onClick={onCancel}>
          {t('cancelChoice')}
        </Button>
      </p>
    </form>
  );
}
