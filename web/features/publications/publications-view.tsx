import { useSignal } from '@preact/signals';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { mayReview } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { View } from '../../ui/view.tsx';
import { publicationMessages } from './messages.ts';
import { NewPublicationForm } from './new-publication-form.tsx';
import { PublicationRow } from './publication-row.tsx';

export default function PublicationsView() {
  const t = useMessages(publicationMessages);
  const list = useList<Publication>('/publications');
  const adding = useSignal(false);
  return (
    <View
      title={t('title')}
      lead={<p>{t('lead')}</p>}
      actions={
        mayReview.value && (
          <Button look="primary" icon="plus" onClick={() => (adding.value = true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <Empty title={t('none')}>{<p>{t('noneNext')}</p>}</Empty>}
      <ul class="rows">
        {list.items.map((publication) => (
          <PublicationRow key={publication.id} publication={publication} heading="h2" />
        ))}
      </ul>
      <More list={list} />
      <Dialog open={adding.value} title={t('add')} onClose={() => (adding.value = false)}>
        <NewPublicationForm onCancel={() => (adding.value = false)} />
      </Dialog>
    </View>
  );
}
