import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Scheme } from '../../../worker/shapes/schemes.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { keepInView, leastWidth, toElement, useRoom } from '../timeline/picture-frame.ts';
import { drawSchemes } from '../timeline/picture/picture.ts';
import type { SvgNode } from '../timeline/picture/svg-node.ts';
import { schemeMessages } from './messages.ts';
import '../timeline/picture.css';

const YEARS = 16;

/** All schemes above each other on one axis, as a picture only: tables with the same dates stand beside it. */
export function TimelinePicture({ schemes }: { schemes: readonly Scheme[] }) {
  const t = useMessages(schemeMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(useRoom(frame), leastWidth(YEARS));
  const into = language.value;
  const picture = useMemo(() => drawSchemes(schemes, width, into), [schemes, width, into]);
  useEffect(() => keepInView(frame.current), [picture]);
  return (
    <div
      class="tl-frame"
      ref={frame}
      role="group"
      aria-label={t('picture')}
      tabIndex={0}
      onScroll={() => keepInView(frame.current)}
    >
      <svg
        class="tl-picture"
        role="img"
        aria-label={t('pictureLabel')}
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
      >
        {picture.nodes.map((node) => toElement(asPicture(node)))}
      </svg>
    </div>
  );
}

/** Nothing here can be chosen; tooltips stay. */
function asPicture({ tag, attributes, children }: SvgNode): SvgNode {
  const kept = Object.entries(attributes).filter(([name]) => !/^(role|data-|aria-)/.test(name));
  return {
    tag,
    attributes: Object.fromEntries(kept.map(([name, value]) => [name, value === 'tl-item' ? '' : value])),
    children: children.map((child) => (typeof child === 'string' ? child : asPicture(child))),
  };
}
