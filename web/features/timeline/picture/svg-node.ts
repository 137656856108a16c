/** A picture as plain values: the same tree is drawn on the screen and written to a file. */
export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number>;
  children: (SvgNode | string)[];
}

type Attributes = Record<string, string | number | undefined>;
type Child = SvgNode | string | undefined | false;

/** An element; attributes and children that are undefined are left out. */
export function el(tag: string, attributes: Attributes = {}, ...children: Child[]): SvgNode {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(
        (entry): entry is [string, string | number] => entry[1] !== undefined,
      ),
    ),
    children: children.filter((child): child is SvgNode | string => child !== undefined && child !== false),
  };
}

/** Lengths to a tenth of a pixel: finer is noise in a file. */
export function px(length: number): number {
  return Math.round(length * 10) / 10;
}

/** The tree as XML text. Everything that stands between tags or in attributes is escaped. */
export function toXml({ tag, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : toXml(child)));
  return inside.length === 0
    ? `<${tag}${written.join('')}/>`
    : `<${tag}${written.join('')}>${inside.join('')}</${tag}>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
      // Control signs cannot stand in XML, not even escaped.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}
