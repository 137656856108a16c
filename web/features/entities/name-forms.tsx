import type { Citation } from '../../../worker/shapes/common.ts';
import type { NameForm } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { languageName } from '../../ui/language-names.ts';
import { Script } from '../../ui/titles.tsx';
import { SourceRef } from '../../ui/citations.tsx';
import { entityMessages } from './messages.ts';

const SCRIPTS = [
  ['Arab', 'scriptArab'],
  ['Cyrl', 'scriptCyrl'],
  ['Latn', 'scriptLatn'],
  ['Zyyy', 'scriptOther'],
] as const;

const RANK = { preferred: 0, variant: 1, pseudonym: 2, 'printed-as': 3 };

/** All forms of a name, by script, each with the source that gives it. */
export function NameForms({ forms, sources }: { forms: NameForm[]; sources: Citation[] }) {
  const t = useMessages(entityMessages);
  const byScript = Map.groupBy(forms, (form) => scriptOf(form.language));
  return (
    <>
      {SCRIPTS.map(([script, key]) => {
        const group = byScript.get(script);
        if (!group) return null;
        return (
          <section key={script} class="name-script">
            <h3>{t(key)}</h3>
            <div class="table-scroll">
              <table class="name-table">
                <thead class="visually-hidden">
                  <tr>
                    <th scope="col">{t('form')}</th>
                    <th scope="col">{t('formKind')}</th>
                    <th scope="col">{t('formSource')}</th>
                  </tr>
                </thead>
                <tbody>
                  {group
                    .toSorted((a, b) => RANK[a.kind] - RANK[b.kind])
                    .map((form, index) => (
                      <tr key={index}>
                        <td class="name-form">
                          <Script tag={form.language} text={form.text} />
                          {form.note && (
                            <div class="small soft" dir="auto">
                              {form.note}
                            </div>
                          )}
                        </td>
                        <td class="small soft">
                          {t(form.kind)}, {languageName(form.language)}
                          {form.of && ` · ${t('fromMerged')}`}
                        </td>
                        <td class="small soft">
                          {form.source && <SourceRef citation={form.source} sources={sources} />}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </section>
        );
      })}
    </>
  );
}

function scriptOf(tag: string): (typeof SCRIPTS)[number][0] {
  const script = new Intl.Locale(tag).maximize().script;
  return SCRIPTS.find(([known]) => known === script)?.[0] ?? 'Zyyy';
}
