import type { Citation, Rights } from '../../../worker/shapes/common.ts';
import type { z } from '../../../worker/shapes/common.ts';

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
