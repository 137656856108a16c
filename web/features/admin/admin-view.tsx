import type { User } from '../../../worker/shapes/accounts.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { isAdmin, user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/notice.tsx';
import { View } from '../../ui/view.tsx';
import { ActionLog } from './action-log.tsx';
import { adminMessages } from './messages.ts';
import { Users } from './users.tsx';

export default function AdminView() {
  const t = useMessages(adminMessages);
  return (
    <View title={t('title')}>
      {user.value === undefined ? <Loading /> : isAdmin.value ? <Desk /> : <Refused />}
    </View>
  );
}

function Desk() {
  const users = useList<User>('/users?limit=200');
  return (
    <>
      <Users list={users} />
      <ActionLog nameOf={(id) => users.items.find((one) => one.id === id)?.name ?? id} />
    </>
  );
}

function Refused() {
  const t = useMessages(adminMessages);
  return (
    <Empty title={t('needAdmin')}>
      {user.value === null && (
        <p>
          <ButtonLink look="primary" href="/sign-in?back=%2Fadmin">
            {t('signIn')}
          </ButtonLink>
        </p>
      )}
    </Empty>
  );
}
