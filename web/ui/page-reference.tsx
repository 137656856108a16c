import type { Page } from '../../worker/shapes/pages.ts';
import { IssueNumber, PageLabel } from './issue-number.tsx';
import { Title } from './titles.tsx';

interface PageReferenceProps {
  issue: Pick<Page['context'], 'publicationTitle' | 'issueNumber'>;
  page: Pick<Page, 'label' | 'sequence'>;
}

/** Which page of which issue: "Qazaq No. 24, p. 3". */
export function PageReference({ issue, page }: PageReferenceProps) {
  return (
    <>
      <Title of={issue.publicationTitle} /> <IssueNumber number={issue.issueNumber} />,{' '}
      <PageLabel label={page.label ?? String(page.sequence)} />
    </>
  );
}
