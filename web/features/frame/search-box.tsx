import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { frameMessages } from './messages.ts';

/**
 * The small box of the header, which leads to /search. A form, so that Enter works, and real without JavaScript's
 * help for the reader. Views with a large one of their own (LargeSearchBox) go without it.
 */
export function SearchBox() {
  const t = useMessages(frameMessages);
  const { route } = useLocation();
  const words = useSignal('');
  const search = () => {
    const q = words.value.trim();
    route(q === '' ? '/search' : `/search?${new URLSearchParams({ q }).toString()}`);
  };
  return (
    <form
      class="search-box"
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
      <Button type="submit" look="plain" icon="search" aria-label={t('search')} />
    </form>
  );
}
