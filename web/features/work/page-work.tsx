/** On a page: for whom it is kept, and the way to the next one. Loaded after the page itself. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import type { Reservation } from '../../../worker/shapes/reservations.ts';
import { put } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { mayReview, user } from '../../state/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { GuideInvitation } from '../guide/guide-invitation.tsx';
import { GivePage } from './give-page.tsx';
import { workMessages } from './messages.ts';
import './work.css';

/** A reservation lasts half an hour; whoever types renews it in good time. */
const RENEW_AFTER = 10 * 60_000;

export default function PageWork({ page }: { page: Page }) {
  const t = useMessages(workMessages);
  const open = page.status !== 'submitted' && page.status !== 'accepted';
  const reservation = useReservation(page, open);
  const mine = reservation?.user.id === user.value?.id;
  const handedIn = page.status === 'submitted' && page.submittedBy === user.value?.id;
  const time = reservation && new Date(reservation.until).toTimeString().slice(0, 5);
  return (
    <div class="page-work">
      {open && <GuideInvitation />}
      {handedIn && <p class="page-work-done">{t('handedIn')}</p>}
      {reservation && mine && open && <p class="small soft">{t('keptForYou', { time: time ?? '' })}</p>}
      <GivePage
        leaving={page.id}
        kind={page.status === 'submitted' && !handedIn && mayReview.value ? 'review' : undefined}
        small
        look={handedIn ? 'primary' : 'quiet'}
      />
      {reservation && !mine && (
        <Notice>
          <p>
            {t.rich('othersWork', { name: <bdi>{reservation.user.name}</bdi>, time: <span>{time}</span> })}
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Whose the page is. It becomes one's own, and stays so, by typing; reading alone reserves nothing. */
function useReservation(page: Page, open: boolean): Reservation | undefined {
  const held = useSignal(page.reservation);
  const askedAt = useRef(0);
  useEffect(() => {
    held.value = page.reservation;
  }, [page.reservation?.until, page.reservation?.user.id, page.status]);
  useEffect(() => {
    if (!open || !user.value) return;
    const onInput = (event: Event) => {
      if (!(event.target instanceof HTMLTextAreaElement)) return;
      if (Date.now() - askedAt.current < RENEW_AFTER) return;
      askedAt.current = Date.now();
      put<Reservation>(`/pages/${page.id}/reservation`, { kind: 'transcribe' }).then(
        ({ data }) => (held.value = data),
        // It only tells others; the work goes on without it, and the next key asks again.
        () => (askedAt.current = 0),
      );
    };
    document.addEventListener('input', onInput);
    return () => document.removeEventListener('input', onInput);
  }, [page.id, open, user.value]);
  const found = held.value;
  return found && Date.parse(found.until) > Date.now() ? found : undefined;
}
