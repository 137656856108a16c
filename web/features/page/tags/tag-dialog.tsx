import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, newKey, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Title, titleText } from '../../../ui/titles.tsx';
import { namesakes } from '../../entities/namesakes.ts';
import { CandidateView } from './candidate-view.tsx';
import type { Candidate } from './candidates.ts';
import { tagMessages } from './messages.ts';
import type { TagShelf } from './tag-shelf.ts';
import { useCandidates } from './use-candidates.ts';

/** What the dialog was opened for; `saveFirst` when the line was changed since the last save. */
export interface TagWish {
  quote: string | null;
  saveFirst: boolean;
  /** The target on the text as it is saved now; null when the words no longer stand there. */
  target: () => Tag['target'] | null;
}

interface TagDialogProps {
  wish: TagWish;
  shelf: TagShelf;
  lang: string;
  dir: 'rtl' | 'ltr';
  save: () => Promise<boolean>;
  onClose: () => void;
}

/** Proposes a tag on a selection or on the whole page. */
export default function TagDialog({ wish, shelf, lang, dir, save, onClose }: TagDialogProps) {
  const t = useMessages(tagMessages);
  const query = useSignal(wish.quote ?? '');
  const chosen = useSignal<Candidate | null>(null);
  const reason = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const key = useRef(newKey());
  const { candidates, searching, searchProblem } = useCandidates(query);
  const same = useComputed(() => namesakes(candidates.value, (each) => titleText(each.label)));

  const propose = async () => {
    if (busy.peek() || !chosen.peek()) return;
    busy.value = true;
    problem.value = null;
    try {
      if (wish.saveFirst && !(await save())) {
        onClose();
        return;
      }
      const target = wish.target();
      if (!target) {
        toast(t('wordsGone'), 'bad');
        onClose();
        return;
      }
      const because = reason.peek().trim();
      const { body } = chosen.peek()!;
      await shelf.propose({ target, body, ...(because === '' ? {} : { reason: because }) }, key.current);
      toast(t('proposed'), 'good');
      onClose();
    } catch (error) {
      const found = toProblem(error);
      if (!found.offline) key.current = newKey();
      problem.value = found;
    } finally {
      busy.value = false;
    }
  };

  const status = searching.value
    ? t('searching')
    : candidates.value.length === 0
      ? t('nothingFound')
      : t('foundCount', { count: candidates.value.length });

  return (
    <Dialog open title={wish.quote === null ? t('tagPage') : t('tagWords')} onClose={onClose}>
      <form
        class="form tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          void propose();
        }}
      >
        {wish.quote !== null && (
          <blockquote class="tag-quote" lang={lang} dir={dir}>
            {wish.quote}
          </blockquote>
        )}
        {wish.saveFirst && (
          <Notice tone="warning">
            <p>{t('saveFirst')}</p>
          </Notice>
        )}
        <Combobox
          label={t('whatIsIt')}
          autofocus
          value={query.value}
          onInput={(value) => {
            query.value = value;
            chosen.value = null;
          }}
          options={candidates.value}
          idOf={(each) => each.id}
          render={(each) => (
            <CandidateView candidate={each} namesake={same.value.has(titleText(each.label))} />
          )}
          chosen={chosen.value}
          stale={searching.value}
          onChoose={(each) => (chosen.value = each)}
          status={status}
        />
        <ProblemNotice problem={searchProblem.value ?? undefined} />
        {chosen.value && (
          <p class="tag-chosen" role="status">
            {t.rich('chosen', { name: <Title of={chosen.value.label} /> })}
          </p>
        )}
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason.value}
          maxLength={1000}
          dir="auto"
          onInput={(value) => (reason.value = value)}
        />
        <ProblemNotice problem={problem.value ?? undefined} />
        <div class="form-actions">
          <Button
            look="primary"
            type="submit"
            busy={busy.value}
            aria-disabled={chosen.value ? undefined : 'true'}
          >
            {wish.saveFirst ? t('saveAndPropose') : t('propose')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
        <p class="small soft">
          {t('notListed')} <a href="/entities">{t('authorityFile')}</a>
        </p>
      </form>
    </Dialog>
  );
}
