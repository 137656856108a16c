import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../page/later.tsx';
import { urlOfView } from '../../ui/url.ts';
import { frameMessages } from '../frame/messages.ts';

const SearchAids = later(() => import('./search-aids.tsx'));

interface Props {
  value?: string;
  /** Where the other filters of a search stay; without it the search starts with the words alone. */
  onSearch?: (words: string) => void;
  /** Called with the words when the typing pauses. */
  onTyping?: (words: string) => void;
}

/** Milliseconds without a letter typed. */
const PAUSE = 250;

/** The box of the first page and of the views of search, with letters to choose from, and help. */
export function LargeSearchBox({ value = '', onSearch, onTyping }: Props) {
  const t = useMessages(frameMessages);
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const words = useSignal(value);
  /** What was handed on while typing: when it comes back as `value`, the reader may have typed on. */
  const handedOn = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typingDone = useRef(onTyping);
  typingDone.current = onTyping;
  useEffect(() => {
    if (value !== handedOn.current) words.value = value;
    handedOn.current = null;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (text: string) => {
    words.value = text;
    clearTimeout(timer.current);
    if (!onTyping) return;
    timer.current = setTimeout(() => {
      handedOn.current = text.trim();
      typingDone.current?.(text.trim());
    }, PAUSE);
  };
  const search = () => {
    clearTimeout(timer.current);
    const q = words.value.trim();
    if (onSearch) onSearch(q);
    else route(urlOfView('/search', { q }));
  };
  return (
    <>
      <form
        class="search-box search-box-large"
        role="search"
        aria-label={t('searchLabel')}
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <input
          ref={input}
          type="search"
          name="q"
          dir="auto"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          aria-label={t('searchLabel')}
          placeholder={t('searchPlaceholder')}
          value={words.value}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <Button type="submit" look="primary" icon="search">
          {t('search')}
        </Button>
      </form>
      <SearchAids input={input} />
    </>
  );
}
