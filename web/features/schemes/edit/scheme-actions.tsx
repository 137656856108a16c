import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview } from '../../../state/session.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { historyMessages } from '../../history/messages.ts';
import { editSchemeMessages } from './messages.ts';

/** Beside a scheme: its history, and for reviewers the way to change it. */
export function SchemeActions({ scheme }: { scheme: Scheme }) {
  const t = useMessages(editSchemeMessages);
  const words = useMessages(historyMessages);
  return (
    <p class="form-actions" role="group" aria-label={t('actionsFor', { scheme: titleText(scheme.title) })}>
      {mayReview.value && (
        <ButtonLink small icon="pen" href={`/schemes/${scheme.id}/edit`}>
          {t('edit')}
        </ButtonLink>
      )}
      <ButtonLink small icon="history" href={`/schemes/${scheme.id}/history`}>
        {words('history')}
      </ButtonLink>
    </p>
  );
}

/** Above the list of schemes, for reviewers. */
export function NewSchemeLink() {
  const t = useMessages(editSchemeMessages);
  if (!mayReview.value) return null;
  return (
    <ButtonLink icon="plus" href="/schemes/new">
      {t('newScheme')}
    </ButtonLink>
  );
}
