import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import { useComputed, useSignal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Desk, OpenConflict } from '../desk.ts';
import { type Choice, type MergeRow, openRows } from '../merge.ts';
import { WordDiff } from './diff-view.tsx';
import { historyMessages } from './messages.ts';

interface MergeViewProps {
  desk: Desk;
  conflict: OpenConflict;
  lang: string;
  dir: 'rtl' | 'ltr';
  onDone: (saved: boolean) => void;
}

/** Two people saved: both versions line by line, and a choice for each line that both changed. */
export default function MergeView({ desk, conflict, lang, dir, onDone }: MergeViewProps) {
  const t = useMessages(historyMessages);
  const choices = useSignal<ReadonlyMap<string, Choice>>(new Map());
  const { rows, theirs } = conflict;
  const open = useComputed(() => openRows(rows, choices.value).length);
  const asked = rows.filter((row) => row.proposal === null);
  const settled = rows.filter((row) => row.proposal !== null && differs(row));
  const choose = (key: string, choice: Choice) => (choices.value = new Map(choices.peek()).set(key, choice));
  const name = theirs.author?.name ?? t('someone');

  return (
    <section class="merge" aria-labelledby="merge-title">
      <h2 id="merge-title">{t('mergeTitle')}</h2>
      <Notice tone="warning">
        <p>{t.rich('mergeLead', { name: <bdi>{name}</bdi> })}</p>
      </Notice>
      {asked.length > 0 && (
        <>
          <h3>{t('mergeAsked', { count: asked.length })}</h3>
          <ol class="merge-rows">
            {asked.map((row) => (
              <MergeItem
                key={row.key}
                {...{ row, lang, dir, name }}
                choice={choices.value.get(row.key)}
                onChoose={(choice) => choose(row.key, choice)}
              />
            ))}
          </ol>
        </>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{t('mergeSettled', { count: settled.length })}</summary>
          <ol class="merge-rows">
            {settled.map((row) => (
              <MergeItem
                key={row.key}
                {...{ row, lang, dir, name }}
                choice={choices.value.get(row.key) ?? row.proposal ?? undefined}
                onChoose={(choice) => choose(row.key, choice)}
              />
            ))}
          </ol>
        </details>
      )}
      <div class="merge-actions">
        <p role="status">{open.value > 0 ? t('mergeOpen', { count: open.value }) : t('mergeReady')}</p>
        <Button
          look="primary"
          aria-disabled={open.value > 0 ? 'true' : undefined}
          onClick={() => {
            if (open.peek() === 0) void desk.resolve(choices.peek()).then(onDone);
          }}
        >
          {t('mergeSave')}
        </Button>
        <Button
          onClick={() => {
            desk.postpone();
            onDone(false);
          }}
        >
          {t('mergeLater')}
        </Button>
      </div>
    </section>
  );
}

interface MergeItemProps {
  row: MergeRow;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  lang: string;
  dir: 'rtl' | 'ltr';
  name: string;
}

function MergeItem({ row, choice, onChoose, lang, dir, name }: MergeItemProps) {
  const t = useMessages(historyMessages);
  const base = row.base?.text ?? '';
  const own = typeof choice === 'object' ? choice.text : null;
  return (
    <li class="merge-row">
      <fieldset>
        <legend class="visually-hidden">{t('mergeLine')}</legend>
        <label class="merge-side">
          <input type="radio" name={row.key} checked={choice === 'mine'} onChange={() => onChoose('mine')} />
          <span class="merge-who">{t('mine')}</span>
          {row.mine ? (
            <WordDiff before={base} after={row.mine.text} {...{ lang, dir }} />
          ) : (
            <p class="soft">{t('takenOut')}</p>
          )}
        </label>
        <label class="merge-side">
          <input
            type="radio"
            name={row.key}
            checked={choice === 'theirs'}
            onChange={() => onChoose('theirs')}
          />
          <span class="merge-who">
            <bdi>{name}</bdi>
          </span>
          {row.theirs ? (
            <WordDiff before={base} after={row.theirs.text} {...{ lang, dir }} />
          ) : (
            <p class="soft">{t('takenOut')}</p>
          )}
        </label>
        <label class="merge-side">
          <input
            type="radio"
            name={row.key}
            checked={own !== null}
            onChange={() => onChoose({ text: row.mine?.text ?? row.theirs?.text ?? '' })}
          />
          <span class="merge-who">{t('ownWording')}</span>
        </label>
        {own !== null && (
          <textarea
            class="merge-own"
            rows={1}
            value={own}
            lang={lang}
            dir={directionOnPage(own, dir)}
            spellcheck={false}
            aria-label={t('ownWording')}
            onInput={(event) => onChoose({ text: event.currentTarget.value.replace(/[\r\n]+/g, ' ') })}
          />
        )}
      </fieldset>
    </li>
  );
}

/** Whether the two sides say different things at all. */
function differs({ mine, theirs }: MergeRow): boolean {
  return mine?.text !== theirs?.text;
}
