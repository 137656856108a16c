import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

type Look = 'primary' | 'quiet' | 'plain' | 'danger';

interface Common {
  look?: Look;
  icon?: IconName;
  /** Small, for rows of a list; still 32 px high. */
  small?: boolean;
  children?: ComponentChildren;
}

export type ButtonProps = Common &
  Omit<ButtonHTMLAttributes, 'icon' | 'loading'> & {
    /** Shows that it works and takes no second press, without losing the focus as `disabled` would. */
    busy?: boolean;
  };

/** A button; give `aria-label` where it has only an icon. */
export function Button({
  look = 'quiet',
  icon,
  small,
  busy,
  children,
  class: more,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={classes(look, small, more)}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={busy ? 'true' : rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  look = 'quiet',
  icon,
  small,
  children,
  ...rest
}: Common & { href: string; download?: boolean }) {
  return (
    <a {...rest} class={classes(look, small)}>
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </a>
  );
}

function classes(look: Look, small?: boolean, more?: unknown): string {
  return ['button', `button-${look}`, small && 'button-small', typeof more === 'string' && more]
    .filter(Boolean)
    .join(' ');
}
