import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { ApiProblem } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { signUp } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { toast } from '../../ui/live-region.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { accountMessages } from './messages.ts';
import { wayBack } from './way-back.ts';

const MIN_PASSWORD = 10;

export default function SignUpView() {
  const t = useMessages(accountMessages);
  const { query, route } = useLocation();
  const name = useSignal('');
  const email = useSignal('');
  const password = useSignal('');
  const sending = useSending(async () => {
    const tooShort = new ApiProblem('password-too-short', 0, '');
    const missing = [
      name.value.trim() === '' && { path: ['name'], code: 'missing', message: t('needName') },
      email.value.trim() === '' && { path: ['email'], code: 'missing', message: t('needEmail') },
      password.value.length < MIN_PASSWORD && {
        path: ['password'],
        code: 'short',
        message: describeProblem(tooShort),
      },
    ].filter((one) => one !== false);
    if (missing.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors: missing });
    await signUp(name.value.trim(), email.value.trim(), password.value);
    toast(t('welcome', { name: name.value.trim() }), 'good');
    route(wayBack(query), true);
  });
  return (
    <View width="narrow" title={t('signUp')} lead={<p>{t('signUpLead')}</p>}>
      <form class="form" onSubmit={sending.submit} noValidate>
        <ProblemNotice problem={sending.problem} />
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          dir="auto"
          autocomplete="name"
          required
          maxLength={100}
          value={name.value}
          error={sending.errorFor('name')}
          onInput={(text) => (name.value = text)}
        />
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
          hint={t('passwordHint')}
          autocomplete="new-password"
          required
          maxLength={128}
          value={password.value}
          error={sending.errorFor('password')}
          onInput={(text) => (password.value = text)}
        />
        <div class="form-actions">
          <Button type="submit" look="primary" busy={sending.busy}>
            {t('signUp')}
          </Button>
        </div>
        <p>
          {t('haveAccount')} <a href={urlOfView('/sign-in', { back: query['back'] })}>{t('signIn')}</a>
        </p>
      </form>
    </View>
  );
}
