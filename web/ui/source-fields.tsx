/** Where a statement comes from, as fields. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Citation } from '../../worker/shapes/common.ts';
import { useMessages } from '../i18n/messages.ts';
import { TextField } from './field.tsx';
import { formMessages } from './form-messages.ts';

/** A citation while it is written; empty texts are left out when it is sent. */
export interface SourceDraft {
  source: string;
  locator: string;
  url: string;
}

export const NO_SOURCE: SourceDraft = { source: '', locator: '', url: '' };

export function sourceDraft(citation: Citation | undefined): SourceDraft {
  return citation ? { ...NO_SOURCE, ...citation } : NO_SOURCE;
}

/** Undefined where all of it is empty. A place without a source stays, so that the service can ask for the source. */
export function citationOf({ source, locator, url }: SourceDraft): Citation | undefined {
  const [where, place, link] = [source.trim(), locator.trim(), url.trim()];
  if (where === '' && place === '' && link === '') return undefined;
  return { source: where, ...(place ? { locator: place } : {}), ...(link ? { url: link } : {}) };
}

/** What a citation is called by in a list of them. */
export function citationKey({ source, locator }: Citation): string {
  return locator ? `${source}, ${locator}` : source;
}

interface SourceFieldsProps {
  value: SourceDraft;
  onInput: (value: SourceDraft) => void;
  /** Sources that the record cites already, to choose from. */
  known: readonly Citation[];
  /** The message on one of the fields. */
  errorFor: (field: keyof SourceDraft) => string | undefined;
  required?: boolean;
}

export function SourceFields({ value, onInput, known, errorFor, required = false }: SourceFieldsProps) {
  const t = useMessages(formMessages);
  const listId = useId();
  const set = (field: keyof SourceDraft) => (text: string) => {
    const next = { ...value, [field]: text };
    const same = field === 'source' && known.find((citation) => citation.source === text);
    // A source that was chosen again brings its link along.
    onInput(same && same.url && value.url === '' ? { ...next, url: same.url } : next);
  };
  return (
    <div class="form">
      <datalist id={listId}>
        {known.map((citation) => (
          <option key={citation.source} value={citation.source} />
        ))}
      </datalist>
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        dir="auto"
        maxLength={1000}
        list={listId}
        autocomplete="off"
        required={required}
        value={value.source}
        error={errorFor('source')}
        onInput={set('source')}
      />
      <div class="form-row">
        <TextField
          label={`${t('locator')} (${t('locatorHint')})`}
          dir="auto"
          maxLength={200}
          value={value.locator}
          error={errorFor('locator')}
          onInput={set('locator')}
        />
        <TextField
          type="url"
          label={t('url')}
          dir="ltr"
          maxLength={1000}
          spellcheck={false}
          value={value.url}
          error={errorFor('url')}
          onInput={set('url')}
        />
      </div>
    </div>
  );
}

/** The same folded away behind what it says, for rows that are long without it. */
export function FoldedSource({
  open,
  children,
  ...props
}: SourceFieldsProps & {
  open: boolean;
  /** Further fields that are seldom filled. */ children?: ComponentChildren;
}) {
  const t = useMessages(formMessages);
  const { source, locator } = props.value;
  return (
    <details open={open}>
      <summary class="small folded-source">
        {t.rich('sourceSummary', {
          source: source ? <bdi>{locator ? `${source}, ${locator}` : source}</bdi> : t('noSource'),
        })}
      </summary>
      <SourceFields {...props} />
      {children}
    </details>
  );
}
