import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Box } from '../../../../worker/shapes/common.ts';
import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { Desk } from '../desk.ts';
import { isDoubtful } from '../lines.ts';
import type { Finder } from '../found.ts';
import { cutAt, tagStretches } from '../marks.ts';
import type { pageMessages } from '../messages.ts';
import type { DoubtfulWords } from '../words/doubtful.ts';
import { onLineKey } from './line-keys.ts';
import { useIsland } from './use-island.ts';
import { refusalText } from './refusals.ts';

export interface LineContext {
  desk: Desk;
  editable: boolean;
  t: Translate<(typeof pageMessages)['catalogues']['en']>;
  /** BCP 47, as HTML wants it. */
  lang: string;
  dir: 'rtl' | 'ltr';
  /** Tags by the id of the line they stand on. */
  tagsOf: (id: string) => readonly Tag[];
  find: Finder;
  /** Shows a line's strip of the scan above its text; null while nobody wants it. */
  Strip: ComponentType<{ box: Box }> | null;
  /** Words that the machine was unsure of; null where they are not known, or not yet. */
  doubts: DoubtfulWords | null;
  /** What a reviewer said of a line, by its id. */
  notes: Signal<ReadonlyMap<string, ComponentType>>;
}

/**
 * A field grows with its text where the browser can do that. Elsewhere the mirror behind it has the size of the text;
 * it also bears the marks of words, and without one a key press changes nothing else of the document.
 */
const FIELDS_GROW = globalThis.CSS?.supports('field-sizing', 'content') ?? false;

interface LineRowProps {
  lineKey: string;
  number: number;
  context: LineContext;
}

/**
 * One line: drawn anew only when it changes itself, or becomes or ceases to be the line in hand (a component that
 * reads signals is left alone while its properties are the same).
 */
export function LineRow({ lineKey, number, context }: LineRowProps) {
  const { desk, editable, t } = context;
  const { store } = desk;
  const line = store.line(lineKey).value;
  const current = store.inHand(lineKey).value;
  const island = useIsland(current && editable && FIELDS_GROW);
  const refusal = desk.refused.value.get(lineKey);
  const Note = context.notes.value.get(line?.id ?? '');
  if (!line) return null;
  const doubtful = isDoubtful(line);
  const doubtfulWords = context.doubts?.stretches(line) ?? null;
  // An article in Arabic script on a Russian page, a Latin name on a Kazakh one.
  const dir = directionOnPage(line.text, context.dir);
  const segments = cutAt(line.text, [
    ...(doubtfulWords ?? []),
    ...tagStretches(line.text, line.id === undefined ? [] : context.tagsOf(line.id)),
    ...context.find(line.text),
  ]);
  const doubt = doubtful ? t('doubtful', { percent: Math.round(line.confidence ?? 0) }) : undefined;
  const name = doubt ? `${t('lineNumber', { number })}, ${doubt}` : t('lineNumber', { number });
  const id = `line-${lineKey}`;
  // One line is in the order of the tab key: the one in hand, or the first.
  const tabIndex = current || (number === 1 && store.current.value === null) ? 0 : -1;
  const words = segments.map((segment, index) =>
    segment.as.length === 0 ? (
      segment.text
    ) : (
      <mark key={index} class={segment.as.map((as) => `as-${as}`).join(' ')}>
        {segment.text}
      </mark>
    ),
  );
  return (
    <div
      role="listitem"
      class={['line', current && 'line-current', doubtful && !doubtfulWords && 'line-doubtful']
        .filter(Boolean)
        .join(' ')}
      aria-current={current ? 'true' : undefined}
    >
      <span class="line-number" aria-hidden="true">
        {number}
      </span>
      {context.Strip && line.box && <context.Strip box={line.box} />}
      {editable ? (
        <div class="line-field" ref={island} dir={dir}>
          {(!FIELDS_GROW || segments.some(({ as }) => as.length > 0)) && (
            <div class="line-mirror" aria-hidden="true">
              {words}
              {'\u200b'}
            </div>
          )}
          <textarea
            id={id}
            rows={1}
            value={line.text}
            tabIndex={tabIndex}
            autocapitalize="off"
            autocomplete="off"
            title={doubt}
            aria-label={name}
            aria-invalid={refusal ? 'true' : undefined}
            aria-describedby={refusal ? `${id}-refused` : Note ? `${id}-note` : undefined}
            onFocus={() => store.select(lineKey)}
            onInput={(event) => store.edit(lineKey, event.currentTarget.value)}
            onKeyDown={(event) => onLineKey(event, store, lineKey)}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              if (!/[\r\n]/.test(pasted)) return;
              event.preventDefault();
              const { selectionStart, selectionEnd } = event.currentTarget;
              store.paste(lineKey, selectionStart, selectionEnd, pasted);
            }}
          />
        </div>
      ) : (
        <p
          id={id}
          class="line-text"
          dir={dir}
          tabIndex={tabIndex}
          title={doubt}
          onFocus={() => store.select(lineKey)}
          onClick={() => store.select(lineKey)}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (by === 0) return;
            event.preventDefault();
            store.step(by);
          }}
        >
          {words.length === 0 ? '\u200b' : words}
        </p>
      )}
      {editable && refusal && (
        <p class="field-error" id={`${id}-refused`} lang="">
          {refusalText(refusal, t)}
        </p>
      )}
      {Note && (
        <p class="line-note" id={`${id}-note`} lang="">
          <Note />
        </p>
      )}
    </div>
  );
}
