import { useMessages } from '../../../i18n/messages.ts';
import { uiMessages } from '../../../ui/messages.ts';
import { Title } from '../../../ui/titles.tsx';
import { EntityOption } from '../../entities/entity-option.tsx';
import type { Candidate } from './candidates.ts';

/** One of the things that a tag can speak of, with what tells it from its namesakes. */
export function CandidateView({ candidate, namesake }: { candidate: Candidate; namesake: boolean }) {
  const t = useMessages(uiMessages);
  if (candidate.kind === 'entity') return <EntityOption entity={candidate.entity} namesake={namesake} />;
  return (
    <>
      <span class="candidate-name">
        <Title of={candidate.label} />
        <span class="candidate-kind">{t('kindstage')}</span>
      </span>
      {candidate.printed && (
        <span class="candidate-line">
          <bdi>{candidate.printed}</bdi>
        </span>
      )}
      <span class="candidate-line">{candidate.scheme}</span>
    </>
  );
}
