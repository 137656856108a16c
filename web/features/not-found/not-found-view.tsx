import { useMessages } from '../../i18n/messages.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { View } from '../../ui/view.tsx';
import { notFoundMessages } from './messages.ts';

export default function NotFoundView() {
  const t = useMessages(notFoundMessages);
  return (
    <View title={t('title')} lead={<p>{t('text')}</p>}>
      <p>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </View>
  );
}
