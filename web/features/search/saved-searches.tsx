/** The searches that the reader keeps; only for who is signed in. */
import { useSignal } from '@preact/signals';
import type { SavedSearch } from '../../../worker/shapes/saved-searches.ts';
import { type ApiProblem, newKey, post, remove, toProblem } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { toast } from '../../ui/live-region.tsx';
import { More, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { savedSearchMessages } from './saved-search-messages.ts';
import './saved-searches.css';

interface SavedSearchesProps {
  /** The search in hand, as it stands in the address; without words there is nothing to save. */
  query: Record<string, string>;
}

export default function SavedSearches({ query }: SavedSearchesProps) {
  const t = useMessages(savedSearchMessages);
  const list = useList<SavedSearch>('/searches?limit=50');
  const problem = useSignal<ApiProblem | undefined>(undefined);

  const forget = async ({ id }: SavedSearch) => {
    try {
      await remove(`/searches/${id}`, { idempotencyKey: newKey() });
      toast(t('forgotten'));
      problem.value = undefined;
    } catch (error) {
      problem.value = toProblem(error);
    }
    await list.reload();
  };

  return (
    <section class="section saved-searches" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{t('title')}</h2>
      <ProblemNotice problem={problem.value ?? list.problem} onRetry={list.reload} />
      {list.first !== undefined && list.items.length === 0 && <p class="soft">{t('none')}</p>}
      <ul class="rows">
        {list.items.map((saved) => (
          <li key={saved.id}>
            <a href={urlOfView('/search', saved.query)}>
              <bdi>{saved.name}</bdi>
            </a>
            <Button
              small
              look="plain"
              icon="trash"
              aria-label={t('forget', { name: saved.name })}
              onClick={() => void forget(saved)}
            />
          </li>
        ))}
      </ul>
      <More list={list} />
      {(query['q'] ?? '').trim() !== '' && <SaveForm query={query} onSaved={list.reload} />}
    </section>
  );
}

function SaveForm({ query, onSaved }: SavedSearchesProps & { onSaved: () => Promise<void> }) {
  const t = useMessages(savedSearchMessages);
  const typed = useSignal<string | null>(null);
  const state = useSignal<{ busy: boolean; problem: ApiProblem | undefined }>({
    busy: false,
    problem: undefined,
  });
  const name = typed.value ?? query['q'] ?? '';
  const save = async () => {
    if (name.trim() === '' || state.peek().busy) return;
    state.value = { busy: true, problem: undefined };
    try {
      await post('/searches', { name: name.trim(), query }, { idempotencyKey: newKey() });
      state.value = { busy: false, problem: undefined };
      typed.value = null;
      toast(t('saved'), 'good');
      await onSaved();
    } catch (error) {
      state.value = { busy: false, problem: toProblem(error) };
    }
  };
  return (
    <form
      class="form save-search"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        dir="auto"
        required
        maxLength={200}
        autocomplete="off"
        value={name}
        onInput={(text) => (typed.value = text)}
      />
      <div class="form-actions">
        <Button type="submit" busy={state.value.busy}>
          {t('save')}
        </Button>
      </div>
      <ProblemNotice problem={state.value.problem} />
    </form>
  );
}
