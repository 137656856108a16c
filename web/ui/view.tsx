/** The frame of every view: its window title, its one h1, and the focus on it after navigation. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Crumb {
  href: string;
  label: ComponentChildren;
}

interface ViewProps {
  /** For the window; also the heading, unless `heading` says it with more. */
  title: string;
  heading?: ComponentChildren;
  /** A line under the heading. */
  lead?: ComponentChildren;
  crumbs?: Crumb[];
  actions?: ComponentChildren;
  /** `wide` uses the whole window, `narrow` suits forms and reading. */
  width?: 'wide' | 'normal' | 'narrow';
  children?: ComponentChildren;
}

/** Set by app.tsx on every navigation inside the app, so that the first view does not take the focus. */
export const navigations = signal(0);

export function View({ title, heading, lead, crumbs = [], actions, width = 'normal', children }: ViewProps) {
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === 'Qalam' ? title : `${title} · Qalam`;
  }, [title]);
  const count = navigations.value;
  useEffect(() => {
    if (count > 0) h1.current?.focus({ preventScroll: true });
  }, [count]);
  return (
    <div class={`view view-${width}`}>
      <header class="view-head">
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        <h1 ref={h1} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <div class="view-lead">{lead}</div>}
        {actions && <div class="view-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav class="crumbs" aria-label="breadcrumb">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
