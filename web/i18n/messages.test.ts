import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';
import { createMessages, translator } from './messages.ts';

const messages = createMessages({
  en: { hello: 'Hello {name}', pages: { one: '{count} page', other: '{count} pages' } },
  ru: {
    hello: 'Здравствуйте, {name}',
    pages: {
      one: '{count} страница',
      few: '{count} страницы',
      many: '{count} страниц',
      other: '{count} страницы',
    },
  },
  kk: { hello: 'Сәлем, {name}', pages: { other: '{count} бет' } },
});

describe('messages', () => {
  it('fill their placeholders', () => {
    expect(translator(messages, 'kk')('hello', { name: 'Ахмет' })).toBe('Сәлем, Ахмет');
  });

  it('choose the plural form and write numbers as the language does', () => {
    const ru = translator(messages, 'ru');
    expect([1, 2, 5, 21, 1234].map((count) => ru('pages', { count }))).toEqual([
      '1 страница',
      '2 страницы',
      '5 страниц',
      '21 страница',
      '1\u00a0234 страницы',
    ]);
    expect(translator(messages, 'en')('pages', { count: 1 })).toBe('1 page');
    expect(translator(messages, 'kk')('pages', { count: 3 })).toBe('3 бет');
  });

  it('keep elements apart from the text around them', () => {
    const link = { type: 'a' } as never;
    expect(translator(messages, 'en').rich('hello', { name: link })).toEqual(['Hello ', link]);
  });

  it('show what a person typed as it is, braces included', () => {
    expect(translator(messages, 'en')('hello', { name: '{count} <b>' })).toBe('Hello {count} <b>');
  });
});

describe('the first language', () => {
  it('is the first wish that the UI speaks', () => {
    expect(chooseLanguage(['de-DE', 'kk-KZ', 'ru'])).toBe('kk');
    expect(chooseLanguage(['ru-RU', 'en'])).toBe('ru');
  });

  it('is English where no wish can be met', () => {
    expect(chooseLanguage(['de', 'fr'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });
});
