import type { ComponentChildren } from 'preact';
import { useMessages } from '../i18n/messages.ts';
import { mayReview, user } from '../state/session.ts';
import { ButtonLink } from './button.tsx';
import { formMessages } from './form-messages.ts';
import { Loading, Notice } from './notice.tsx';

/** Shows its children to reviewers; tells others why they see nothing. The service refuses them in any case. */
export function ReviewersOnly({ children }: { children: ComponentChildren }) {
  const t = useMessages(formMessages);
  if (user.value === undefined) return <Loading />;
  if (mayReview.value) return <>{children}</>;
  return (
    <Notice>
      <p>{t('reviewersOnly')}</p>
      {user.value === null && <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>}
    </Notice>
  );
}
