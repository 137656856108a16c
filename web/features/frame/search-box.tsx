import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { frameMessages } from './messages.ts';

interface Props {
  /** `large` on the first page and on the search view. */
  large?: boolean;
  value?: string;
  /** Where the other filters of a search stay; without it the search starts with the words alone. */
  onSearch?: (words: string) => void;
}

/** The box that leads to /search. A form, so that Enter works, and real without JavaScript's help for the reader. */
export function SearchBox({ large, value = '', onSearch }: Props) {
  const t = useMessages(frameMessages);
  const { route } = useLocation();
  const words = useSignal(value);
  useEffect(() => {
    words.value = value;
  }, [value]);
  const search = () => {
    const q = words.value.trim();
    if (onSearch) onSearch(q);
    else route(q === '' ? '/search' : `/search?${new URLSearchParams({ q }).toString()}`);
  };
  return (
    <form
      class={large ? 'search-box search-box-large' : 'search-box'}
      role="search"
      aria-label={t('searchLabel')}
      action="/search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <input
        type="search"
        name="q"
        dir="auto"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        value={words.value}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <Button
        type="submit"
        look={large ? 'primary' : 'plain'}
        icon="search"
        aria-label={large ? undefined : t('search')}
      >
        {large && t('search')}
      </Button>
    </form>
  );
}
