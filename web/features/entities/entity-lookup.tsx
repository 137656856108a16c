/** A field whose value is a record of the authority file, found while typing a name in any script. */
import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { EntityKind, EntitySummary } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { onceDrawn } from '../../ui/once-drawn.ts';
import { Title, titleText } from '../../ui/titles.tsx';
import { EntityOption } from './entity-option.tsx';
import { lookupMessages } from './lookup-messages.ts';
import { namesakes } from './namesakes.ts';
import { useLookup } from './use-lookup.ts';

/** A record by its id, with a name to show. */
export interface EntityRef {
  id: string;
  label: Record<string, string>;
}

interface EntityLookupProps {
  label: string;
  value: EntityRef | null;
  onChoose: (entity: EntitySummary) => void;
  kind?: EntityKind;
  /** A record that cannot be meant: the one in hand. */
  except?: string;
  error?: string | undefined;
  autofocus?: boolean;
}

export function EntityLookup(props: EntityLookupProps) {
  const { label, value } = props;
  const t = useMessages(lookupMessages);
  const open = useSignal(value === null);
  const box = useRef<HTMLDivElement>(null);
  const focusIn = (selector: string) =>
    onceDrawn(() => box.current?.querySelector<HTMLElement>(selector)?.focus());

  if (value !== null && !open.value)
    return (
      <div class="lookup-chosen" role="group" aria-label={label} ref={box}>
        <span class="lookup-label">{label}</span>
        <p>
          <a href={`/entities/${value.id}`} target="_blank" rel="noreferrer">
            <Title of={value.label} />
          </a>{' '}
          <Button
            small
            onClick={() => {
              open.value = true;
              focusIn('input');
            }}
          >
            {t('change')}
          </Button>
        </p>
        {props.error && <p class="field-error">{props.error}</p>}
      </div>
    );
  const close = () => {
    open.value = false;
    focusIn('button');
  };
  return (
    <div ref={box}>
      <Choosing
        {...props}
        onChoose={(entity) => {
          props.onChoose(entity);
          close();
        }}
        {...(value === null ? {} : { onEscape: close })}
      />
      {value !== null && (
        <Button small onClick={close}>
          {t.rich('keep', { name: <Title of={value.label} /> })}
        </Button>
      )}
    </div>
  );
}

function Choosing({
  label,
  kind,
  except,
  error,
  autofocus,
  onChoose,
  onEscape,
}: EntityLookupProps & { onEscape?: () => void }) {
  const t = useMessages(lookupMessages);
  const query = useSignal('');
  const lookup = useLookup(query, kind);
  // Before anything is typed the whole file would stand here.
  const options = useComputed(() =>
    query.value.trim() === '' || lookup.foundFor.value === ''
      ? []
      : lookup.found.value.filter((entity) => entity.id !== except),
  );
  const same = namesakes(options.value, (entity) => titleText(entity.label));
  return (
    <>
      <Combobox
        label={label}
        value={query.value}
        onInput={(text) => (query.value = text)}
        options={options.value}
        idOf={(entity) => entity.id}
        render={(entity) => <EntityOption entity={entity} namesake={same.has(titleText(entity.label))} />}
        chosen={null}
        stale={lookup.searching.value}
        onChoose={onChoose}
        error={error}
        status={
          query.value.trim() === ''
            ? t('typeName')
            : lookup.searching.value
              ? t('searching')
              : options.value.length === 0
                ? t('nothingFound')
                : t('foundCount', { count: options.value.length })
        }
        {...(autofocus ? { autofocus } : {})}
        {...(onEscape ? { onEscape } : {})}
      />
      <ProblemNotice problem={lookup.problem.value ?? undefined} />
    </>
  );
}
