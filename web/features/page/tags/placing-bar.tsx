import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, newKey, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Title } from '../../../ui/titles.tsx';
import { tagMessages } from './messages.ts';
import type { TagWish } from './tag-dialog.tsx';
import type { TagShelf } from './tag-shelf.ts';

interface PlacingBarProps {
  tag: Tag;
  shelf: TagShelf;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** The words that are selected in the text now; `quote` is null where there are none. */
  selected: () => TagWish;
  save: () => Promise<boolean>;
  onClose: () => void;
}

/** Puts a tag that lost its words back on the text: select them, then press the button or Ctrl+K. */
export default function PlacingBar({ tag, shelf, lang, dir, selected, save, onClose }: PlacingBarProps) {
  const t = useMessages(tagMessages);
  const words = useSignal<string | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const hint = useSignal<'selectFirst' | 'wordsGone' | null>(null);
  const key = useRef(newKey());

  const place = async () => {
    if (busy.peek()) return;
    const wish = selected();
    hint.value = wish.quote === null ? 'selectFirst' : null;
    if (wish.quote === null) return;
    busy.value = true;
    problem.value = null;
    try {
      if (wish.saveFirst && !(await save())) return;
      const target = wish.target();
      if (!target) {
        hint.value = 'wordsGone';
        return;
      }
      await shelf.place(tag, target, key.current);
      toast(t('placed'), 'good');
      onClose();
    } catch (error) {
      const found = toProblem(error);
      if (!found.offline) key.current = newKey();
      problem.value = found;
    } finally {
      busy.value = false;
    }
  };

  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const look = () => (words.value = selected().quote);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === 'KeyK')
        void latest.current();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    look();
    document.addEventListener('selectionchange', look);
    document.addEventListener('keyup', look);
    document.addEventListener('pointerup', look);
    // Before the page's own Ctrl+K, which proposes a new tag.
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('keyup', look);
      document.removeEventListener('pointerup', look);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [tag.id]);

  return (
    <section class="placing" aria-label={t('placeAgain')}>
      <p role="status">
        {t.rich('placing', {
          name: <Title of={tag.bodyLabel} />,
          words: (
            <bdi lang={lang} dir={dir}>
              {tag.target.type === 'span' ? tag.target.quote : ''}
            </bdi>
          ),
        })}
        {hint.value && <b> {t(hint.value)}</b>}
      </p>
      <Button
        small
        look="primary"
        busy={busy.value}
        // The selection stays in the line: the button works on it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void place()}
      >
        <span>
          {words.value === null
            ? t('placeHere')
            : t.rich('placeOn', {
                words: (
                  <bdi lang={lang} dir={dir}>
                    {words.value}
                  </bdi>
                ),
              })}
        </span>
      </Button>
      <Button small onClick={onClose}>
        {t('cancel')}
      </Button>
      <ProblemNotice problem={problem.value ?? undefined} />
    </section>
  );
}
