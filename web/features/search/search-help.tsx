import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { urlOfView } from '../../ui/url.ts';
import { helpMessages } from './help-messages.ts';

/** Examples in the languages of the newspapers: Kazakh in three scripts, Russian before and after 1918. */
const EXAMPLES = [
  ['anyScript', ['қазақ', 'قازاق', 'qazaq']],
  ['anySpelling', ['уѣздъ', 'уезд', 'областного', 'областнаго']],
  ['all', ['қазақ газет', 'Алашъ автономія']],
  ['phrase', ['"قازاق گازەتى"', '«Временное правительство»']],
  ['or', ['сиез OR съездъ']],
  ['not', ['земство NOT война', 'қазақ -орыс']],
  ['group', ['(мектеп OR медресе) қазақ']],
  ['prefix', ['оқу*', 'земск*', 'مەكت*']],
] as const;

export default function SearchHelp({ onClose }: { onClose: () => void }) {
  const t = useMessages(helpMessages);
  return (
    <Dialog open title={t('helpTitle')} onClose={onClose}>
      <p>{t('helpLead')}</p>
      <dl class="search-help">
        {EXAMPLES.map(([name, queries]) => (
          <div key={name}>
            <dt>
              {queries.map((q) => (
                <a key={q} href={urlOfView('/search', { q })} onClick={onClose}>
                  <bdi>{q}</bdi>
                </a>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('endings')}</p>
    </Dialog>
  );
}
