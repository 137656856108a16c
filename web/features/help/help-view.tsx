/** Help in one place: the guide, and each writing with its alphabet, examples and marks. */
import { useSignal } from '@preact/signals';
import { WRITINGS, type Writing } from '../../../worker/domain/text/writings.ts';
import { useMessages } from '../../i18n/messages.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { View } from '../../ui/view.tsx';
import { GuideButton } from '../guide/guide-button.tsx';
import { AlphabetHelp } from './alphabet-help.tsx';
import { helpMessages } from './messages.ts';

export default function HelpView() {
  const t = useMessages(helpMessages);
  const writing = useSignal<Writing>('kk-Arab');
  return (
    <View title={t('help')} lead={<p>{t('helpLead')}</p>}>
      <p class="form-actions">
        <GuideButton />
        <ButtonLink href="/docs">{t('forPrograms')}</ButtonLink>
      </p>
      <section class="section" aria-labelledby="writings">
        <h2 id="writings">{t('title')}</h2>
        <div class="help-writings" role="group" aria-label={t('writings')}>
          {WRITINGS.map((each) => (
            <button
              key={each}
              type="button"
              class="button button-quiet button-small"
              aria-pressed={each === writing.value}
              onClick={() => (writing.value = each)}
            >
              {t(each)}
            </button>
          ))}
        </div>
        <AlphabetHelp writing={writing.value} />
      </section>
    </View>
  );
}
