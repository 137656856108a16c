import { effect, untracked, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../../i18n/messages.ts';
import { whenIdle } from '../../../state/when-idle.ts';
import type { Caret } from '../lines.ts';
import { pageMessages } from '../messages.ts';
import { withLine } from './find-line.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import { LineRow, type LineContext } from './line-row.tsx';

/** Groups that are drawn at once; more than a window shows. */
const AT_ONCE = 5;

/** All lines of the page in reading order. */
export function LineList({ context }: { context: LineContext }) {
  const t = useMessages(pageMessages);
  const { store } = context.desk;
  const groups = useRef<readonly LineGroup[]>([]);
  groups.current = groupLines(groups.current, store.keys.value);

  // Within the key press that wishes it: the next key belongs to the line already.
  useEffect(
    () =>
      effect(() => {
        const wish = store.caret.value;
        if (wish) untracked(() => withLine(wish.key, (field) => focusLine(field, wish)));
      }),
    [store],
  );

  let before = 0;
  return (
    <div
      class={context.Strip ? 'lines lines-strips' : 'lines'}
      role="list"
      aria-label={t('lines')}
      dir={context.dir}
      lang={context.lang}
      spellcheck={false}
    >
      {groups.current.map((group, at) => {
        const first = before + 1;
        before += group.keys.length;
        return <Group key={group.id} {...{ group, first, context }} atOnce={at < AT_ONCE} />;
      })}
    </div>
  );
}

interface GroupProps {
  group: LineGroup;
  /** The number of its first line. */
  first: number;
  /** Drawn with the list; the others follow while nothing else is to be done. */
  atOnce: boolean;
  context: LineContext;
}

/** A group is drawn when its turn comes, or as soon as a line of it is taken in hand. */
function Group({ group, first, atOnce, context }: GroupProps) {
  const { store } = context.desk;
  const drawn = useSignal(atOnce);
  const inHand = useComputed(() => {
    const key = store.current.value;
    return key !== null && group.keys.includes(key);
  });
  useSignalEffect(() => {
    if (inHand.value) drawn.value = true;
  });
  useEffect(() => (drawn.peek() ? undefined : whenIdle(() => (drawn.value = true))), []);
  return (
    <div class="line-group" style={{ '--lines': String(group.keys.length) }}>
      {(drawn.value || inHand.value) &&
        group.keys.map((key, index) => (
          <LineRow key={key} lineKey={key} number={first + index} context={context} />
        ))}
    </div>
  );
}

function focusLine(field: HTMLElement, wish: Caret): void {
  field.focus({ preventScroll: true });
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(wish.at, wish.end ?? wish.at);
  field.scrollIntoView({ block: 'nearest' });
}
