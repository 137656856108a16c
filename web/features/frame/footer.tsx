import { useMessages } from '../../i18n/messages.ts';
import { frameMessages } from './messages.ts';

export function Footer() {
  const t = useMessages(frameMessages);
  return (
    <footer class="foot">
      <div class="foot-inner">
        <p>{t('footerText')}</p>
        <p>{t('sources')}</p>
        <p class="foot-links">
          <a href="/help">{t('help')}</a>
          <a href="/docs">{t('docs')}</a>
          <a href="/api/openapi.json">{t('openapi')}</a>
        </p>
      </div>
    </footer>
  );
}
