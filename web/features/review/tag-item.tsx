import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Tag } from '../../../worker/shapes/tags.ts';
import { type ApiProblem, newKey, post, toProblem } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { user } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Title, titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { kindKey } from '../entities/kinds.ts';
import { reviewMessages } from './messages.ts';
import { focusNeighbour } from './queue-keys.ts';

/** A proposed tag with its words in context, and the decision. */
export function TagItem({ tag, onDecided }: { tag: Tag; onDecided: () => void }) {
  const t = useMessages(reviewMessages);
  const ui = useMessages(uiMessages);
  const note = useSignal('');
  const sending = useSignal(false);
  const problem = useSignal<ApiProblem | undefined>(undefined);
  const item = useRef<HTMLLIElement>(null);
  const key = useRef(newKey());
  const own = tag.author?.id === user.value?.id;
  const name = titleText(tag.bodyLabel);
  const line = tag.target.type === 'span' ? tag.target.line : undefined;

  const decide = async (decision: 'approve' | 'reject') => {
    if (sending.peek()) return;
    sending.value = true;
    problem.value = undefined;
    const reason = decision === 'reject' && note.peek().trim();
    try {
      await post(
        `/tags/${tag.id}/review`,
        { decision, ...(reason ? { note: reason } : {}) },
        { idempotencyKey: `${key.current}-${decision}` },
      );
      toast(t(decision === 'approve' ? 'approved' : 'rejected', { name }), 'good');
      focusNeighbour(item.current);
      onDecided();
    } catch (error) {
      problem.value = toProblem(error);
      sending.value = false;
    }
  };

  return (
    <li class="queue-item" data-queue-item tabIndex={-1} ref={item}>
      <Quote tag={tag} />
      <p>
        <span class="soft">{t('speaksOf')}</span>{' '}
        <a href={'entity' in tag.body ? `/entities/${tag.body.entity}` : '/schemes'}>
          <Title of={tag.bodyLabel} />
        </a>{' '}
        <Badge tone="none">{ui(kindKey(tag.bodyKind))}</Badge>
      </p>
      <p class="soft small">
        {tag.origin === 'gazetteer' || !tag.author
          ? t('byMachine')
          : t.rich('by', { name: <bdi>{tag.author.name}</bdi> })}
        {tag.reason && (
          <>
            {': '}
            <bdi>{tag.reason}</bdi>
          </>
        )}
        {' · '}
        <a href={urlOfView(`/pages/${tag.page}`, { line })} data-key="enter">
          {t('onPage')}
        </a>
      </p>
      {own ? (
        <p class="queue-own">{t('own')}</p>
      ) : (
        <div class="queue-decision">
          <Button
            look="primary"
            icon="check"
            busy={sending.value}
            data-key="a"
            onClick={() => void decide('approve')}
          >
            {t('approve')}
          </Button>
          <Button icon="cross" busy={sending.value} data-key="r" onClick={() => void decide('reject')}>
            {t('reject')}
          </Button>
          <TextField
            label={t('reason')}
            hideLabel
            placeholder={t('reason')}
            dir="auto"
            maxLength={1000}
            value={note.value}
            onInput={(text) => (note.value = text)}
          />
        </div>
      )}
      {problem.value && (
        <p class="field-error" role="alert">
          {describeProblem(problem.value)}
        </p>
      )}
    </li>
  );
}

function Quote({ tag }: { tag: Tag }) {
  const t = useMessages(reviewMessages);
  const { target, context } = tag;
  if (target.type !== 'span')
    return <p class="queue-quote">{t(target.type === 'page' ? 'wholePage' : 'region')}</p>;
  return (
    <blockquote class="queue-quote" dir="auto">
      {context?.prefix && <span class="soft">{context.prefix}</span>}
      <mark>{target.quote}</mark>
      {context?.suffix && <span class="soft">{context.suffix}</span>}
    </blockquote>
  );
}
