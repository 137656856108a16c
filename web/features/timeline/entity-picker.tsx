import { useSignal } from '@preact/signals';
import type { EntitySummary } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useDebounced, useList } from '../../state/resource.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { OtherTitles, Title } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { kindKey } from '../entities/kinds.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { timelineMessages } from './messages.ts';

/** Looks up one entity of the authority file, by a name in any script. */
export default function EntityPicker({
  onChoose,
  onClose,
}: {
  onChoose: (entity: EntitySummary) => void;
  onClose: () => void;
}) {
  const t = useMessages(timelineMessages);
  const words = useSignal('');
  const settled = useDebounced(words, 200).value.trim();
  const list = useList<EntitySummary>(
    settled === '' ? null : urlOfView('/entities', { q: settled, limit: '20' }),
  );
  const status =
    settled === ''
      ? t('findStart')
      : list.loading
        ? t('findWait')
        : list.items.length === 0
          ? t('findNone')
          : t('findSome', { count: list.items.length });
  return (
    <Dialog open title={t('entity')} onClose={onClose}>
      <Combobox
        label={t('findEntity')}
        value={words.value}
        onInput={(value) => (words.value = value)}
        options={list.items}
        idOf={(each) => each.id}
        render={(each) => <Candidate entity={each} />}
        chosen={null}
        onChoose={onChoose}
        status={status}
        autofocus
      />
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
    </Dialog>
  );
}

function Candidate({ entity }: { entity: EntitySummary }) {
  const ui = useMessages(uiMessages);
  return (
    <>
      <Title of={entity.label} /> <OtherTitles of={entity.label} />
      <span class="soft small">
        {' · '}
        {ui(kindKey(entity.kind))}
        {entity.note && (
          <>
            {' · '}
            <Title of={entity.note} />
          </>
        )}
      </span>
    </>
  );
}
