/**
 * Typed message catalogues: English says which keys and `{placeholders}` there are; Russian and Kazakh
 * must have the same. A message that counts is `{one, few?, many?, other}`, chosen by `{count}`.
 *
 * @example
 * const messages = createMessages({
 *   en: { pages: { one: '{count} page', other: '{count} pages' } },
 *   ru: { pages: { one: '{count} страница', few: '{count} страницы', many: '{count} страниц', other: '{count} страницы' } },
 *   kk: { pages: { other: '{count} бет' } },
 * });
 * const t = useMessages(messages);
 * t('pages', { count: 3 });
 */
import type { ComponentChild } from 'preact';
import { formatNumber } from './format.ts';
import { type Language, language } from './language.ts';

type Plural = { other: string } & Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>;
export type Message = string | Plural;
export type Catalogue = Record<string, Message>;

/** The same keys, each a plural where English has a plural. */
export type Translation<E extends Catalogue> = { [K in keyof E]: E[K] extends string ? string : Plural };

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<M> = M extends string ? Names<M> : 'count' | (M extends Plural ? Names<M['other']> : never);
type Values<M, V> = {
  [N in NamesOf<M>]: N extends 'count' ? (M extends string ? V | number : number) : V | number;
};
type Arguments<M, V> = [NamesOf<M>] extends [never] ? [] : [values: Values<M, V>];

export interface Messages<E extends Catalogue> {
  readonly catalogues: Record<Exclude<Language, 'en'>, Catalogue> & { en: E };
}

export interface Translate<E extends Catalogue> {
  <K extends keyof E & string>(key: K, ...values: Arguments<E[K], string>): string;
  /** As elements: a placeholder may be filled with a link, a `<bdi>` and so on. */
  rich: <K extends keyof E & string>(key: K, ...values: Arguments<E[K], ComponentChild>) => ComponentChild[];
}

export function createMessages<const E extends Catalogue>(catalogues: {
  en: E;
  ru: Translation<NoInfer<E>>;
  kk: Translation<NoInfer<E>>;
}): Messages<E> {
  return { catalogues };
}

/** The messages in the UI's language; a component that calls this follows a change of language. */
export function useMessages<E extends Catalogue>(messages: Messages<E>): Translate<E> {
  return translator(messages, language.value);
}

/** The same outside components. */
export function translator<E extends Catalogue>(messages: Messages<E>, into: Language): Translate<E> {
  const known = translators.get(messages);
  const found = known?.[into];
  if (found) return found as Translate<E>;
  const catalogue: Catalogue = messages.catalogues[into];
  const parts = (key: string, values: Record<string, unknown> = {}) =>
    fill(pickForm(catalogue[key] ?? key, values['count'], into), values, into);
  const translate = Object.assign(
    (key: string, values?: Record<string, unknown>) => parts(key, values).map(String).join(''),
    { rich: (key: string, values?: Record<string, unknown>) => parts(key, values) as ComponentChild[] },
  ) as unknown as Translate<E>;
  translators.set(messages, { ...known, [into]: translate });
  return translate;
}

const translators = new WeakMap<object, Partial<Record<Language, unknown>>>();

function pickForm(message: Message, count: unknown, into: Language): string {
  if (typeof message === 'string') return message;
  const rule = typeof count === 'number' ? pluralRules(into).select(count) : 'other';
  return message[rule] ?? message.other;
}

const rules: Partial<Record<Language, Intl.PluralRules>> = {};
function pluralRules(into: Language): Intl.PluralRules {
  return (rules[into] ??= new Intl.PluralRules(into));
}

/** The text cut at its placeholders, each replaced by its value; numbers as the language writes them. */
function fill(text: string, values: Record<string, unknown>, into: Language): unknown[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const value = values[part];
      return typeof value === 'number' ? formatNumber(value, into) : value;
    })
    .filter((part) => part !== '');
}
