import type { Citation, Rights } from '../../worker/shapes/common.ts';
import type { z } from '../../worker/shapes/common.ts';

/** Only http addresses become links: an address comes from people. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

export function CitationText({ citation }: { citation: Citation }) {
  const url = safeUrl(citation.url);
  const text = <bdi>{citation.source}</bdi>;
  return (
    <>
      {url ? <a href={url}>{text}</a> : text}
      {citation.locator && (
        <>
          {', '}
          <bdi>{citation.locator}</bdi>
        </>
      )}
    </>
  );
}

export function Citations({ citations }: { citations: Citation[] }) {
  return (
    <ul class="plain-list small">
      {citations.map((citation, index) => (
        <li key={index}>
          <CitationText citation={citation} />
        </li>
      ))}
    </ul>
  );
}

export function RightsText({ rights }: { rights: z.infer<typeof Rights> }) {
  const uri = safeUrl(rights.uri);
  return (
    <>
      <span dir="auto">{rights.statement}</span>
      {rights.licence && <> {uri ? <a href={uri}>{rights.licence}</a> : rights.licence}</>}
    </>
  );
}

/** Every source once, in the order of their first citation: what {@link SourceRef} counts by. */
export function sourcesOf(citations: readonly Citation[]): Citation[] {
  return [...Map.groupBy(citations, (citation) => citation.source).values()].flatMap(([first]) =>
    first ? [{ source: first.source, ...(first.url ? { url: first.url } : {}) }] : [],
  );
}

/** A short reference to a source in a numbered list: "[2], p. 268". */
export function SourceRef({ citation, sources }: { citation: Citation; sources: Citation[] }) {
  return (
    <span class="source-ref">
      [{sources.findIndex((one) => one.source === citation.source) + 1}]
      {citation.locator && (
        <>
          {', '}
          <bdi>{citation.locator}</bdi>
        </>
      )}
    </span>
  );
}

/** The numbered list that {@link SourceRef} refers to. */
export function SourceList({ sources }: { sources: Citation[] }) {
  return (
    <ol class="source-list">
      {sources.map((citation) => (
        <li key={citation.source}>
          <CitationText citation={citation} />
        </li>
      ))}
    </ol>
  );
}
