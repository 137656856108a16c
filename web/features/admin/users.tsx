import type { Role, User } from '../../../worker/shapes/accounts.ts';
import { patch, toProblem } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { List } from '../../state/resource.ts';
import { user as me } from '../../state/session.ts';
import { Moment } from '../../ui/date-text.tsx';
import { SelectField } from '../../ui/field.tsx';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { adminMessages } from './messages.ts';

const ROLES: readonly Role[] = ['volunteer', 'reviewer', 'admin'];

/** Accounts, and which role each has. */
export function Users({ list }: { list: List<User> }) {
  const t = useMessages(adminMessages);
  const ui = useMessages(uiMessages);
  const change = async (account: User, role: Role) => {
    try {
      await patch(`/users/${account.id}`, { role });
      toast(t('changed', { name: account.name, role: ui(`role${role}`) }), 'good');
    } catch (error) {
      toast(describeProblem(toProblem(error)), 'bad');
    }
    await list.reload();
  };
  return (
    <section aria-labelledby="users">
      <h2 id="users">{t('users')}</h2>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      <div class="table-scroll" role="group" aria-labelledby="users" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('user')}</th>
              <th scope="col">{t('since')}</th>
              <th scope="col">{t('role')}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  <bdi>{account.name}</bdi>
                </th>
                <td>
                  <Moment at={account.createdAt} />
                </td>
                <td>
                  <SelectField
                    hideLabel
                    label={t('roleOf', { name: account.name })}
                    hint={account.id === me.value?.id ? t('self') : undefined}
                    disabled={account.id === me.value?.id}
                    value={account.role}
                    choices={ROLES.map((role) => ({ value: role, label: ui(`role${role}`) }))}
                    onChange={(role) => void change(account, role as Role)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More list={list} />
    </section>
  );
}
