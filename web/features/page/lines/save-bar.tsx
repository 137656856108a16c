import { useSignal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import type { Desk, SaveState } from '../desk.ts';
import { pageMessages } from '../messages.ts';
import { useMedia } from '../use-media.ts';

const WORDS = {
  saved: 'stateSaved',
  unsaved: 'stateUnsaved',
  draft: 'stateDraft',
  saving: 'stateSaving',
  offline: 'stateOffline',
  conflict: 'stateConflict',
  failed: 'stateFailed',
} as const satisfies Record<SaveState, string>;
/** On a phone there is room for two short lines. */
const SHORT_WORDS = { ...WORDS, draft: 'stateDraftShort', offline: 'stateOfflineShort' } as const;

interface SaveBarProps {
  desk: Desk;
  /** Whether the text can be handed in now, though nothing has changed since the last save. */
  canSubmit: boolean;
  onSave: (submit: boolean, note: string) => void;
}

/** The state of the work, always in sight, and the two ways to save. */
export function SaveBar({ desk, canSubmit, onSave }: SaveBarProps) {
  const t = useMessages(pageMessages);
  const note = useSignal('');
  const noteOpen = useSignal(false);
  // All of it in one row: the lines need the room.
  const small = useMedia('(max-width: 48rem)').value;
  const state = desk.state.value;
  const dirty = desk.store.dirty.value;
  const busy = state === 'saving';
  const save = (submit: boolean) => {
    onSave(submit, note.peek().trim());
    note.value = '';
    noteOpen.value = false;
  };
  const problem = desk.problem.value;
  return (
    <div class="save-bar">
      {state === 'failed' && problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      {desk.keepingFails.value && dirty && (
        <p class="save-warning" role="alert">
          <Icon name="warning" />
          {t(desk.keepingFails.value === 'full' ? 'deviceFull' : 'deviceForbids')}
        </p>
      )}
      {noteOpen.value && (
        <label class="save-note">
          <span>{t('saveNote')}</span>
          <input
            value={note.value}
            maxLength={2000}
            dir="auto"
            onInput={(event) => (note.value = event.currentTarget.value)}
          />
        </label>
      )}
      <div class="save-row">
        <p class={`save-state save-${state}`} role="status">
          <span class="save-dot" aria-hidden="true" />
          {t((small ? SHORT_WORDS : WORDS)[state])}
        </p>
        <Button
          small
          look="plain"
          {...(small ? { icon: 'pen' as const, 'aria-label': t('note'), title: t('note') } : {})}
          aria-expanded={noteOpen.value}
          onClick={() => (noteOpen.value = !noteOpen.value)}
        >
          {small ? null : t('note')}
        </Button>
        <Button
          small
          busy={busy}
          aria-disabled={dirty ? undefined : 'true'}
          title="Ctrl+S"
          onClick={() => dirty && save(false)}
        >
          {t('save')}
        </Button>
        <Button
          small
          look="primary"
          busy={busy}
          {...(small ? { 'aria-label': t('saveAndSubmit'), title: t('saveAndSubmit') } : {})}
          aria-disabled={dirty || canSubmit ? undefined : 'true'}
          onClick={() => (dirty || canSubmit) && save(true)}
        >
          {t(small ? 'submitShort' : 'saveAndSubmit')}
        </Button>
      </div>
    </div>
  );
}
