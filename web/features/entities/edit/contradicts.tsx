/** Which other statements one cannot hold beside: found by the record that they belong to. */
import { useSignal } from '@preact/signals';
import type { Entity } from '../../../../worker/shapes/entities.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { dateText } from '../../../ui/date-text.tsx';
import { Loading, ProblemNotice } from '../../../ui/notice.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { EntityLookup, type EntityRef } from '../entity-lookup.tsx';
import { propertyText } from '../terms.ts';
import type { ClaimRef } from './draft.ts';
import { editMessages } from './messages.ts';

interface ContradictsProps {
  /** The id of the claim in hand, once it has one: it does not contradict itself. */
  claim: string | undefined;
  value: ClaimRef[];
  onChange: (value: ClaimRef[]) => void;
  error?: string | undefined;
}

export function Contradicts({ claim, value, onChange, error }: ContradictsProps) {
  const t = useMessages(editMessages);
  const adding = useSignal(false);
  return (
    <div class="contradicts">
      {value.length > 0 && (
        <>
          <p class="lookup-label">{t('contradicts')}</p>
          <ul class="plain-list">
            {value.map((one) => {
              const name = claimName(one);
              return (
                <li key={one.id}>
                  {name}{' '}
                  <Button
                    small
                    look="plain"
                    icon="cross"
                    aria-label={t('notContradicts', { claim: name })}
                    onClick={() => onChange(value.filter(({ id }) => id !== one.id))}
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
      {error && <p class="field-error">{error}</p>}
      {adding.value ? (
        <ClaimChoice
          except={[...value.map(({ id }) => id), ...(claim === undefined ? [] : [claim])]}
          onChoose={(chosen) => {
            adding.value = false;
            onChange([...value, chosen]);
          }}
        />
      ) : (
        <Button small icon="plus" onClick={() => (adding.value = true)}>
          {t('addContradicts')}
        </Button>
      )}
    </div>
  );
}

function claimName({ entityLabel, property }: ClaimRef): string {
  return [titleText(entityLabel), property && propertyText(property)].filter(Boolean).join(', ');
}

function ClaimChoice({ except, onChoose }: { except: string[]; onChoose: (claim: ClaimRef) => void }) {
  const t = useMessages(editMessages);
  const whose = useSignal<EntityRef | null>(null);
  const { data, problem, loading, reload } = useResource<Entity>(
    whose.value === null ? null : `/entities/${whose.value.id}`,
  );
  const claims = (data?.claims ?? []).filter(({ id }) => id !== undefined && !except.includes(id));
  return (
    <div class="form">
      <EntityLookup
        label={t('contradictsWhose')}
        value={whose.value}
        onChoose={({ id, label }) => (whose.value = { id, label })}
      />
      <ProblemNotice problem={problem} onRetry={reload} />
      {loading && !data && <Loading />}
      {data && claims.length === 0 && <p class="soft small">{t('noClaims')}</p>}
      <div class="form-actions">
        {data &&
          claims.map((claim) => (
            <Button
              key={claim.id}
              small
              onClick={() => {
                const { id = '', property } = claim;
                onChoose({ id, entityLabel: data.label, property });
              }}
            >
              {propertyText(claim.property)}: {claim.date ? dateText(claim.date) : claim.value}
            </Button>
          ))}
      </div>
    </div>
  );
}
