import { useMessages } from '../../i18n/messages.ts';
import { user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Empty, Loading } from '../../ui/notice.tsx';
import { View } from '../../ui/view.tsx';
import { workMessages } from '../work/messages.ts';
import { ApiKeys } from './api-keys.tsx';
import { accountMessages } from './messages.ts';
import './account.css';

export default function AccountView() {
  const t = useMessages(accountMessages);
  const ui = useMessages(uiMessages);
  const work = useMessages(workMessages);
  const me = user.value;
  return (
    <View title={t('title')}>
      {me === undefined && <Loading />}
      {me === null && (
        <Empty title={t('signInFirst')}>
          <p>
            <ButtonLink look="primary" href="/sign-in?back=%2Faccount">
              {t('signIn')}
            </ButtonLink>
          </p>
        </Empty>
      )}
      {me && (
        <>
          <dl class="facts">
            <dt>{t('name')}</dt>
            <dd>
              <bdi>{me.name}</bdi>
            </dd>
            <dt>{t('email')}</dt>
            <dd>{me.email}</dd>
            <dt>{t('role')}</dt>
            <dd>
              {ui(`role${me.role}`)}
              <p class="field-hint">{t('roleHint')}</p>
            </dd>
          </dl>
          <p>
            <ButtonLink href="/work">{work('title')}</ButtonLink>
          </p>
          <ApiKeys />
        </>
      )}
    </View>
  );
}
