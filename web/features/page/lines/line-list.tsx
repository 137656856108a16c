import {
  effect,
  type ReadonlySignal,
  untracked,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals';
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
/** Of those that follow, while nothing else is to be done: so many in one go that a key need not wait long. */
const PER_TURN = 3;

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

  const drawnGroups = useSignal(AT_ONCE);
  useEffect(() => {
    const more = () => {
      const next = drawnGroups.peek() + PER_TURN;
      const isAll = next >= groups.current.length;
      drawnGroups.value = isAll ? Number.POSITIVE_INFINITY : next;
      if (!isAll) stop = whenIdle(more);
    };
    let stop = whenIdle(more);
    return () => stop();
  }, []);

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
        return <Group key={group.id} {...{ group, at, first, drawnGroups, context }} />;
      })}
    </div>
  );
}

interface GroupProps {
  group: LineGroup;
  /** The number of its first line. */
  first: number;
  /** Its place among the groups. */
  at: number;
  /** How many groups are drawn by now. */
  drawnGroups: ReadonlySignal<number>;
  context: LineContext;
}

/** A group is drawn when its turn comes, or as soon as a line of it is taken in hand. */
function Group({ group, at, first, drawnGroups, context }: GroupProps) {
  const { store } = context.desk;
  const taken = useSignal(false);
  const due = useComputed(() => at < drawnGroups.value);
  const inHand = useComputed(() => {
    const key = store.current.value;
    return key !== null && group.keys.includes(key);
  });
  useSignalEffect(() => {
    if (inHand.value) taken.value = true;
  });
  return (
    <div class="line-group" style={{ '--lines': String(group.keys.length) }}>
      {(due.value || taken.value || inHand.value) &&
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
