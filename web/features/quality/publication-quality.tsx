import type { ReadingErrors } from '../../../worker/shapes/reading-errors.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { ErrorTable } from './error-table.tsx';
import { qualityMessages } from './messages.ts';

/** How well the pages of one publication are read; nothing while none of them is measured. */
export function PublicationQuality({ publication }: { publication: string }) {
  const t = useMessages(qualityMessages);
  // The view is complete without it, and what is wrong with the service is said by the others.
  const { data } = useResource<ReadingErrors>(`/reading-errors?publication=${publication}`);
  if (!data || data.all.pages === 0) return null;
  return (
    <section class="section">
      <ErrorTable
        caption={t('title')}
        rows={data.byModel.map((measured) => ({
          key: `${measured.model} ${measured.version}`,
          name: measured.model,
          measured,
        }))}
      />
      <p class="small">
        <a href="/quality">{t('title')}</a>
      </p>
    </section>
  );
}
