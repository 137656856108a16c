import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useRef } from 'preact/hooks';
import type { Entity, EntityState } from '../../../../worker/shapes/entities.ts';
import { ApiProblem, get, patch, post, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useKeptForm } from '../../../state/kept-form.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { useSending } from '../../../ui/form.ts';
import { RestoredNotice, useFirstFault } from '../../../ui/form-parts.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Meanwhile } from '../../history/meanwhile.tsx';
import { draftFields, entityFields } from '../entity-fields.ts';
import { KINDS, kindKey } from '../kinds.ts';
import { atRows, bodyOf, changeOf, withoutEmptyRows } from './body.ts';
import { type EntityDraft, draftOf, emptyDraft } from './draft.ts';
import { findFaults } from './faults.ts';
import { FormSections } from './form-sections.tsx';
import { editMessages } from './messages.ts';

/** @param entity as it was read; null for a new one */
export function EntityForm({ entity }: { entity: Entity | null }) {
  const t = useMessages(editMessages);
  const ui = useMessages(uiMessages);
  const { query, route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm<EntityDraft, EntityState | null>(
    entity ? `entities/${entity.id}` : 'entities/new',
    entity,
    (record) => (record ? draftOf(record) : emptyDraft(KINDS.find((kind) => kind === query['kind']))),
  );
  const { draft, base } = kept;
  const changeNote = useSignal('');
  /** The record as somebody else saved it while this form stood open. */
  const newer = useSignal<Entity | null>(null);

  const change = async (record: EntityState, idempotencyKey: string) => {
    const body = changeOf(record, draft.peek());
    if (Object.keys(body).length === 1) {
      toast(t('nothingChanged'));
      return;
    }
    const note = changeNote.peek().trim();
    try {
      await patch(
        `/entities/${record.id}`,
        { ...body, ...(note ? { changeNote: note } : {}) },
        { idempotencyKey },
      );
    } catch (error) {
      const problem = toProblem(error);
      if (problem.type !== 'precondition-failed') throw problem;
      newer.value = (await get<Entity>(`/entities/${record.id}`)).data;
      return;
    }
    kept.forget();
    toast(t('saved'), 'good');
    route(`/entities/${record.id}`);
  };
  const create = async (idempotencyKey: string) => {
    const { data } = await post<Entity>('/entities', bodyOf(draft.peek()), { idempotencyKey });
    kept.forget();
    toast(t('created'), 'good');
    route(`/entities/${data.id}`);
  };
  const sending = useSending(async (idempotencyKey) => {
    draft.value = withoutEmptyRows(draft.peek());
    const errors = findFaults(draft.peek());
    if (errors.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors });
    newer.value = null;
    try {
      await (base.peek() ? change(base.peek()!, idempotencyKey) : create(idempotencyKey));
    } catch (error) {
      const problem = toProblem(error);
      problem.errors.splice(0, Infinity, ...atRows(problem.errors, draft.peek()));
      throw problem;
    }
  });
  useFirstFault(form, sending.problem);

  return (
    <form class="form entity-form" ref={form} onSubmit={sending.submit} noValidate>
      <RestoredNotice kept={kept} record={entity} />
      {newer.value && base.value && (
        <Meanwhile<EntityState, EntityDraft>
          draftOf={draftOf}
          fieldsOf={entityFields}
          fieldsOfDraft={draftFields}
          base={base.value}
          theirs={newer.value}
          draft={draft}
          onDone={(record) => {
            base.value = record;
            newer.value = null;
          }}
        />
      )}
      <SelectField
        label={t('kind')}
        value={draft.value.kind}
        disabled={entity !== null}
        choices={KINDS.map((kind) => ({ value: kind, label: ui(kindKey(kind)) }))}
        error={sending.errorFor('kind')}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value);
          if (kind) draft.value = { ...draft.peek(), kind };
        }}
      />
      <FormSections draft={draft} errorFor={sending.errorFor} entity={entity?.id} />
      {entity && (
        <TextField
          label={t('changeNote')}
          hint={t('changeNoteHint')}
          dir="auto"
          maxLength={1000}
          value={changeNote.value}
          error={sending.errorFor('changeNote')}
          onInput={(text) => (changeNote.value = text)}
        />
      )}
      <ProblemNotice problem={sending.problem} />
      <div class="form-actions form-foot">
        <Button type="submit" look="primary" busy={sending.busy}>
          {entity ? t('save') : t('create')}
        </Button>
        <ButtonLink href={entity ? `/entities/${entity.id}` : '/entities'}>{ui('cancel')}</ButtonLink>
      </div>
    </form>
  );
}
