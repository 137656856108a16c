import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { ApiProblem } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { signIn, user } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { toast } from '../../ui/live-region.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { accountMessages } from './messages.ts';
import { wayBack } from './way-back.ts';

export default function SignInView() {
  const t = useMessages(accountMessages);
  const { query, route } = useLocation();
  const email = useSignal('');
  const password = useSignal('');
  const sending = useSending(async () => {
    const missing = [
      email.value.trim() === '' && { path: ['email'], code: 'missing', message: t('needEmail') },
      password.value === '' && { path: ['password'], code: 'missing', message: t('needPassword') },
    ].filter((one) => one !== false);
    if (missing.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors: missing });
    await signIn(email.value.trim(), password.value);
    toast(t('welcome', { name: user.value?.name ?? '' }), 'good');
    route(wayBack(query), true);
  });
  return (
    <View width="narrow" title={t('signIn')} lead={<p>{t('signInLead')}</p>}>
      <form class="form" onSubmit={sending.submit} noValidate>
        <ProblemNotice problem={sending.problem} />
        <TextField
          type="email"
          name="email"
          label={t('email')}
          autocomplete="email"
          required
          value={email.value}
          error={sending.errorFor('email')}
          onInput={(text) => (email.value = text)}
        />
        <TextField
          type="password"
          name="password"
          label={t('password')}
          autocomplete="current-password"
          required
          value={password.value}
          error={sending.errorFor('password')}
          onInput={(text) => (password.value = text)}
        />
        <div class="form-actions">
          <Button type="submit" look="primary" busy={sending.busy}>
            {t('signIn')}
          </Button>
        </div>
        <p>
          {t('noAccount')} <a href={urlOfView('/sign-up', { back: query['back'] })}>{t('signUp')}</a>
        </p>
      </form>
    </View>
  );
}
