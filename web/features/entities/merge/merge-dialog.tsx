import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { Entity } from '../../../../worker/shapes/entities.ts';
import { post } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useSending } from '../../../ui/form.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { Loading, Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Title } from '../../../ui/titles.tsx';
import { EntityLookup, type EntityRef } from '../entity-lookup.tsx';
import { kindKey } from '../kinds.ts';
import { mergeMessages } from './messages.ts';
import { justMerged } from './merges.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Chooses the other record, shows both, says which one stays, merges. */
export default function MergeDialog({
  entity,
  reload,
  onClose,
}: {
  entity: Entity;
  /** Reads the record that the dialog was opened on again. */
  reload: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useMessages(mergeMessages);
  const ui = useMessages(uiMessages);
  const { route } = useLocation();
  const chosen = useSignal<EntityRef | null>(null);
  /** The record that the dialog was opened on is the one that stays, until it is said otherwise. */
  const swapped = useSignal(false);
  const note = useSignal('');
  const other = useResource<Entity>(chosen.value === null ? null : `/entities/${chosen.value.id}`);
  const { data } = other;
  const [stays, goes] = swapped.value ? [data, entity] : [entity, data];
  const kindsDiffer = data !== undefined && data.kind !== entity.kind;
  const ready = stays && goes && !kindsDiffer && !data?.mergedInto;

  const sending = useSending(async (idempotencyKey) => {
    if (!stays || !goes) return;
    const because = note.peek().trim();
    await post(
      `/entities/${goes.id}/merge`,
      { into: stays.id, ...(because ? { note: because } : {}) },
      { idempotencyKey },
    );
    justMerged.value = { merged: { id: goes.id, label: goes.label }, into: stays.id };
    onClose();
    if (stays.id === entity.id) await reload();
    else route(`/entities/${stays.id}`);
  });

  return (
    <Dialog open title={t('title')} onClose={onClose}>
      <form class="form merge-form" onSubmit={sending.submit}>
        <p class="soft">{t('lead')}</p>
        <EntityLookup
          label={t('other')}
          kind={entity.kind}
          except={entity.id}
          autofocus
          value={chosen.value}
          error={sending.errorFor('into')}
          onChoose={({ id, label }) => (chosen.value = { id, label })}
        />
        <ProblemNotice problem={other.problem} onRetry={other.reload} />
        {other.loading && !data && <Loading />}
        {kindsDiffer && (
          <Notice tone="bad">
            <p>{t('kindsDiffer', { a: ui(kindKey(entity.kind)), b: ui(kindKey(data.kind)) })}</p>
          </Notice>
        )}
        {data?.mergedInto && (
          <Notice tone="bad">
            <p>{t('mergedBefore')}</p>
          </Notice>
        )}
        {ready && (
          <>
            <SideBySide stays={stays} goes={goes} />
            <p>
              <Button small icon="retry" onClick={() => (swapped.value = !swapped.value)}>
                {t('swap')}
              </Button>
            </p>
            <TextField
              label={t('note')}
              hint={t('noteHint')}
              dir="auto"
              maxLength={1000}
              value={note.value}
              onInput={(text) => (note.value = text)}
            />
            <ProblemNotice problem={sending.problem} />
            <div class="form-actions">
              <Button type="submit" look="primary" busy={sending.busy}>
                <span>
                  {t.rich('confirm', { goes: <Title of={goes.label} />, stays: <Title of={stays.label} /> })}
                </span>
              </Button>
              <Button onClick={onClose}>{ui('cancel')}</Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
}
