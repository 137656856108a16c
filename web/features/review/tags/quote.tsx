import type { Tag } from '../../../../worker/shapes/tags.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { directionOf, htmlLang } from '../../../ui/titles.tsx';
import { tagReviewMessages } from './messages.ts';

/** The tagged words within their line, in the language and direction of the page. */
export function Quote({ tag }: { tag: Tag }) {
  const t = useMessages(tagReviewMessages);
  const { target, place } = tag;
  if (target.type !== 'span')
    return <p class="queue-quote">{t(target.type === 'page' ? 'wholePage' : 'region')}</p>;
  const [before, after] = around(tag);
  return (
    <blockquote
      class="queue-quote"
      {...(place ? { lang: htmlLang(place.language), dir: directionOf(place.language) } : { dir: 'auto' })}
    >
      {before && <span class="soft">{before}</span>}
      <mark>{target.quote}</mark>
      {after && <span class="soft">{after}</span>}
    </blockquote>
  );
}

/** What stands beside the words: the rest of the line, or what was kept where the line is gone. */
function around({ target, place, context }: Tag): [before: string, after: string] {
  const line = place?.line?.text;
  if (target.type === 'span' && line?.slice(target.start, target.end) === target.quote)
    return [line.slice(0, target.start), line.slice(target.end)];
  return [context?.prefix ?? '', context?.suffix ?? ''];
}
