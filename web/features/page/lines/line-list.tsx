import { useSignalEffect } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import type { Caret } from '../lines.ts';
import { pageMessages } from '../messages.ts';
import { LineRow, type LineContext } from './line-row.tsx';

/** All lines of the page in reading order. */
export function LineList({ context }: { context: LineContext }) {
  const t = useMessages(pageMessages);
  const { store } = context.desk;

  useSignalEffect(() => {
    const wish = store.caret.value;
    if (wish) focusLine(wish);
  });

  return (
    <ol class="lines" aria-label={t('lines')} dir={context.dir}>
      {store.keys.value.map((key, index) => (
        <LineRow key={key} lineKey={key} number={index + 1} context={context} />
      ))}
    </ol>
  );
}

/** A line that was just made is on the screen a moment later. */
function focusLine(wish: Caret, tries = 3): void {
  const field = document.getElementById(`line-${wish.key}`);
  if (!field) {
    if (tries > 0) requestAnimationFrame(() => focusLine(wish, tries - 1));
    return;
  }
  field.focus({ preventScroll: true });
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(wish.at, wish.end ?? wish.at);
  field.scrollIntoView({ block: 'nearest' });
}
