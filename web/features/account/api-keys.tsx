import { useSignal } from '@preact/signals';
import type { ApiKey } from '../../../worker/shapes/accounts.ts';
import { ApiProblem, post, remove, toProblem } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { momentText } from '../../ui/date-text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Loading, More, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { accountMessages } from './messages.ts';

/** Making, seeing and revoking one's own API keys. */
export function ApiKeys() {
  const t = useMessages(accountMessages);
  const list = useList<ApiKey>('/keys');
  const made = useSignal<string | undefined>(undefined);
  const revoking = useSignal<ApiKey | undefined>(undefined);
  return (
    <section class="section" aria-labelledby="keys">
      <h2 id="keys">{t('keys')}</h2>
      <p class="soft">{t('keysLead')}</p>
      <NewKeyForm
        onMade={(key) => {
          made.value = key;
          void list.reload();
        }}
      />
      {made.value && <MadeKey value={made.value} />}
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <p class="soft">{t('noKeys')}</p>}
      <ul class="rows">
        {list.items.map((key) => (
          <li key={key.id} class="key-row">
            <span>
              <bdi>{key.name}</bdi> <code class="soft">{key.prefix}…</code>
              <span class="soft small"> {t('keyCreated', { when: momentText(key.createdAt) })}</span>
            </span>
            <Button
              small
              look="danger"
              aria-label={t('revokeNamed', { name: key.name })}
              onClick={() => (revoking.value = key)}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <More list={list} />
      <RevokeDialog
        apiKey={revoking.value}
        onClose={() => (revoking.value = undefined)}
        onRevoked={list.reload}
      />
    </section>
  );
}

function NewKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const t = useMessages(accountMessages);
  const name = useSignal('');
  // No Idempotency-Key: the service keeps the text of a key nowhere, so it could not answer a repetition.
  const sending = useSending(async () => {
    if (name.value.trim() === '') {
      const errors = [{ path: ['name'], code: 'missing', message: t('needKeyName') }];
      throw new ApiProblem('invalid-request', 0, '', { errors });
    }
    const { data } = await post<ApiKey & { key: string }>('/keys', { name: name.value.trim() });
    name.value = '';
    onMade(data.key);
  });
  return (
    <form class="key-form" onSubmit={sending.submit} noValidate>
      <TextField
        label={t('keyName')}
        dir="auto"
        maxLength={100}
        value={name.value}
        error={sending.errorFor('name')}
        onInput={(text) => (name.value = text)}
      />
      <Button type="submit" icon="plus" busy={sending.busy}>
        {t('makeKey')}
      </Button>
      {sending.problem && !sending.errorFor('name') && <ProblemNotice problem={sending.problem} />}
    </form>
  );
}

function MadeKey({ value }: { value: string }) {
  const t = useMessages(accountMessages);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast(t('copied'), 'good');
    } catch {
      toast(t('copyFailed'), 'bad');
    }
  };
  return (
    <Notice tone="good">
      <p role="status">{t('keyMade')}</p>
      <p class="made-key">
        <code>{value}</code>
        <Button small icon="copy" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </p>
    </Notice>
  );
}

interface RevokeProps {
  apiKey: ApiKey | undefined;
  onClose: () => void;
  onRevoked: () => Promise<void>;
}

function RevokeDialog({ apiKey, onClose, onRevoked }: RevokeProps) {
  const t = useMessages(accountMessages);
  const ui = useMessages(uiMessages);
  const busy = useSignal(false);
  const revoke = async () => {
    if (!apiKey) return;
    busy.value = true;
    try {
      await remove(`/keys/${apiKey.id}`);
      toast(t('revoked'), 'good');
      onClose();
      await onRevoked();
    } catch (error) {
      toast(describeProblem(toProblem(error)), 'bad');
    } finally {
      busy.value = false;
    }
  };
  return (
    <Dialog
      open={apiKey !== undefined}
      title={apiKey ? t('revokeNamed', { name: apiKey.name }) : ''}
      onClose={onClose}
    >
      <p>{apiKey && t('revokeSure', { name: apiKey.name })}</p>
      <div class="form-actions">
        <Button look="danger" busy={busy.value} onClick={() => void revoke()}>
          {t('revoke')}
        </Button>
        <Button onClick={onClose}>{ui('cancel')}</Button>
      </div>
    </Dialog>
  );
}
