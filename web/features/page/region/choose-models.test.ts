import { expect, test } from 'vitest';
import type { OcrModel } from '../../../../worker/shapes/ocr.ts';
import { chooseModels } from './choose-models.ts';

const model = (name: string, script: string, languages: string[], ending = ''): OcrModel => ({
  name,
  title: name,
  scripts: [script],
  languages,
  bytes: 1,
  licence: 'Apache-2.0',
  source: 'own',
  url: `/models/${name}.traineddata${ending}`,
});
const MODELS = [
  model('kaz', 'Cyrl', ['kk-Cyrl'], '.gz'),
  model('uig', 'Arab', ['ug-Arab'], '.gz'),
  model('cyrl', 'Cyrl', ['ru']),
  model('arab', 'Arab', ['kk-Arab']),
];
const chosen = (wanted: Parameters<typeof chooseModels>[1]) =>
  chooseModels(MODELS, wanted).map(({ name }) => name);

test('a part is read as its page was, by what reads its script', () => {
  expect(chosen({ used: ['cyrl', 'arab'], script: 'Arab', language: 'kk-Arab' })).toEqual(['arab']);
  expect(chosen({ used: ['cyrl', 'arab'], script: 'Cyrl', language: 'kk-Arab' })).toEqual(['cyrl']);
});

test('where the page was also read by a model of its language alone, that one reads', () => {
  const used = ['arab', 'ara'];
  const models = [...MODELS, model('ara', 'Arab', ['ar'], '.gz')];
  const names = (language: string) =>
    chooseModels(models, { used, script: 'Arab', language }).map(({ name }) => name);
  expect(names('ar')).toEqual(['ara']);
  expect(names('kk-Arab')).toEqual(['arab']);
});

test('models of one worker lie in files of one kind', () => {
  expect(chosen({ used: ['kaz', 'cyrl'], script: 'Cyrl', language: 'und' })).toEqual(['kaz']);
});

test('a page that was never read has the model of its language, else one of its script', () => {
  expect(chosen({ used: [], script: 'Arab', language: 'kk-Arab' })).toEqual(['arab']);
  expect(chosen({ used: [], script: 'Arab', language: 'fa' })).toEqual(['uig']);
  expect(chosen({ used: ['gone'], script: 'Cyrl', language: 'ru' })).toEqual(['cyrl']);
  expect(chosen({ used: [], script: 'Geor', language: 'ka' })).toEqual(['kaz']);
});
