import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/client.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import { uiMessages } from './messages.ts';
import { useProblemWords } from './problem-words.ts';

type Tone = 'info' | 'good' | 'warning' | 'bad';

/** A framed message in the flow of the view. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <div class="notice-body">{children}</div>
    </div>
  );
}

/** What went wrong, in words, with the detail of the service and a way to try again. */
export function ProblemNotice({
  problem,
  onRetry,
}: {
  problem: ApiProblem | undefined;
  onRetry?: (() => unknown) | undefined;
}) {
  const t = useMessages(uiMessages);
  const { text, fields } = useProblemWords(problem);
  if (!problem || problem.aborted) return null;
  return (
    <Notice tone="bad">
      <p>{text}</p>
      {fields.length > 0 && (
        <ul>
          {fields.slice(0, 8).map((field, index) => (
            <li key={index}>{field}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Button small icon="retry" onClick={() => void onRetry()}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
}

/** An empty list that says what to do next. */
export function Empty({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Shown while something is being read; appears only after a moment, so that quick answers do not flicker. */
export function Loading({ what }: { what?: ComponentChildren }) {
  const t = useMessages(uiMessages);
  return (
    <p class="loading" role="status">
      {what ?? t('loading')}
    </p>
  );
}

/** "More" under a cursor list. */
export function More({ list }: { list: { hasMore: boolean; loading: boolean; more: () => Promise<void> } }) {
  const t = useMessages(uiMessages);
  if (!list.hasMore) return null;
  return (
    <p class="more">
      <Button busy={list.loading} onClick={() => void list.more()}>
        {t('more')}
      </Button>
    </p>
  );
}
