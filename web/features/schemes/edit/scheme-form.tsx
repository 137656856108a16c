import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useRef } from 'preact/hooks';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { ApiProblem, get, patch, post, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useKeptForm } from '../../../state/kept-form.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useSending } from '../../../ui/form.ts';
import { RestoredNotice, useFirstFault } from '../../../ui/form-parts.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Meanwhile } from '../../history/meanwhile.tsx';
import { type SchemeDraft, changeOf, draftOf, emptyScheme, newSchemeOf, withoutEmptyRows } from './draft.ts';
import { findFaults } from './faults.ts';
import { editSchemeMessages } from './messages.ts';
import { draftFields, schemeFields } from './scheme-fields.ts';
import { SchemeSections } from './scheme-sections.tsx';

/** @param scheme as it was read; null for a new one */
export function SchemeForm({ scheme }: { scheme: Scheme | null }) {
  const t = useMessages(editSchemeMessages);
  const ui = useMessages(uiMessages);
  const { route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm<SchemeDraft, Scheme | null>(
    scheme ? `schemes/${scheme.id}` : 'schemes/new',
    scheme,
    (record) => (record ? draftOf(record) : emptyScheme()),
  );
  const { draft, base } = kept;
  const changeNote = useSignal('');
  /** The scheme as somebody else saved it while this form stood open. */
  const newer = useSignal<Scheme | null>(null);

  const change = async (before: Scheme, idempotencyKey: string): Promise<boolean> => {
    const body = changeOf(before, draft.peek());
    if (Object.keys(body).length === 1) {
      toast(t('nothingChanged'));
      return false;
    }
    const note = changeNote.peek().trim();
    try {
      await patch(
        `/schemes/${before.id}`,
        { ...body, ...(note ? { changeNote: note } : {}) },
        { idempotencyKey },
      );
      return true;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.type !== 'precondition-failed') throw problem;
      newer.value = (await get<Scheme>(`/schemes/${before.id}`)).data;
      return false;
    }
  };
  const sending = useSending(async (idempotencyKey) => {
    draft.value = withoutEmptyRows(draft.peek());
    const errors = findFaults(draft.peek());
    if (errors.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors });
    newer.value = null;
    const before = base.peek();
    if (before) {
      if (!(await change(before, idempotencyKey))) return;
    } else await post('/schemes', newSchemeOf(draft.peek()), { idempotencyKey });
    kept.forget();
    toast(t(before ? 'saved' : 'created'), 'good');
    route('/schemes');
  });
  useFirstFault(form, sending.problem);

  return (
    <form class="form scheme-form" ref={form} onSubmit={sending.submit} noValidate>
      <RestoredNotice kept={kept} record={scheme} />
      {newer.value && base.value && (
        <Meanwhile<Scheme, SchemeDraft>
          base={base.value}
          theirs={newer.value}
          draft={draft}
          draftOf={draftOf}
          fieldsOf={schemeFields}
          fieldsOfDraft={draftFields}
          onDone={(record) => {
            base.value = record;
            newer.value = null;
          }}
        />
      )}
      <SchemeSections draft={draft} errorFor={sending.errorFor} />
      {scheme && (
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
          {scheme ? t('save') : t('create')}
        </Button>
        <ButtonLink href="/schemes">{ui('cancel')}</ButtonLink>
      </div>
    </form>
  );
}
