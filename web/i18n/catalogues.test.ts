import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './language.ts';
import type { Catalogue, Message } from './messages.ts';

type Catalogues = Record<(typeof LANGUAGES)[number], Catalogue>;

// Every module that may hold a catalogue: a new one is checked without being listed here.
const modules = import.meta.glob<Record<string, unknown>>(
  ['../**/*messages*.ts', '../**/terms.ts', '../ui/language-names.ts', '!../**/*.test.ts'],
  { eager: true },
);
const found = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, { catalogues: Catalogues }] => isMessages(entry[1]))
    .map(([name, { catalogues }]) => ({ name: `${path} ${name}`, catalogues })),
);

function isMessages(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'catalogues' in value;
}

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();
const PLURALS = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], kk: ['other'] } as const;

describe('the message catalogues', () => {
  it('are found', () => {
    expect(found.length).toBeGreaterThan(8);
  });

  describe.each(found)('$name', ({ catalogues }) => {
    it.each(LANGUAGES)('has every key in %s, and none beside', (language) => {
      expect(Object.keys(catalogues[language]).toSorted()).toEqual(Object.keys(catalogues.en).toSorted());
    });

    it('has the same placeholders in all languages, in every plural form', () => {
      for (const [key, english] of Object.entries(catalogues.en)) {
        const wanted = placeholders(typeof english === 'string' ? english : english.other);
        for (const language of LANGUAGES) {
          for (const form of formsOf(catalogues[language][key] ?? '')) {
            expect(placeholders(form), `${key} in ${language}: ${form}`).toEqual(wanted);
          }
        }
      }
    });

    it('has the plural forms that each language needs', () => {
      for (const language of LANGUAGES) {
        for (const [key, message] of Object.entries(catalogues[language])) {
          if (typeof message === 'string') continue;
          for (const rule of PLURALS[language]) expect(message, `${key} in ${language}`).toHaveProperty(rule);
        }
      }
    });

    it('has no empty message, no space at an end, and no Latin letter within a Cyrillic word', () => {
      for (const language of LANGUAGES) {
        for (const [key, message] of Object.entries(catalogues[language])) {
          for (const form of formsOf(message)) {
            expect(form.trim(), `${key} in ${language}`).toBe(form);
            expect(form, `${key} in ${language}`).not.toBe('');
            expect(form, `${key} in ${language}`).not.toMatch(
              /\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/iu,
            );
          }
        }
      }
    });
  });
});
