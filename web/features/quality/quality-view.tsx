/** How well pages are read: by model, script and publication, measured on what people have accepted. */
import type { ReadingErrors } from '../../../worker/shapes/reading-errors.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Empty, Loading, ProblemNotice } from '../../ui/notice.tsx';
import { Title } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { ErrorTable } from './error-table.tsx';
import { qualityMessages } from './messages.ts';

const SCRIPTS = { Cyrl: 'scriptCyrl', Arab: 'scriptArab', Latn: 'scriptLatn' } as const;

export default function QualityView() {
  const t = useMessages(qualityMessages);
  const { data, problem, loading, reload } = useResource<ReadingErrors>('/reading-errors');
  return (
    <View title={t('title')} lead={t('lead')}>
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && loading && <Loading />}
      {data?.all.pages === 0 && <Empty title={t('none')} />}
      {data && data.all.pages > 0 && (
        <>
          <ErrorTable
            caption={t('byModel')}
            rows={[
              { key: '', name: t('whole'), measured: data.all },
              ...data.byModel.map((measured) => ({
                key: `${measured.model} ${measured.version}`,
                name: (
                  <>
                    {measured.model} <span class="soft small">{measured.version.slice(0, 8)}</span>
                  </>
                ),
                measured,
              })),
            ]}
          />
          <ErrorTable
            caption={t('byScript')}
            rows={data.byScript.map((measured) => ({
              key: measured.script ?? '',
              name: t(SCRIPTS[measured.script as keyof typeof SCRIPTS] ?? 'scriptother'),
              measured,
            }))}
          />
          <ErrorTable
            caption={t('byPublication')}
            rows={data.byPublication.map((measured) => ({
              key: measured.publication,
              name: (
                <a href={`/publications/${measured.publication}`}>
                  <Title of={measured.title} />
                </a>
              ),
              measured,
            }))}
          />
        </>
      )}
      <p>
        <a href="/api/v1/training-pairs">{t('trainingPairs')}</a>
      </p>
    </View>
  );
}
