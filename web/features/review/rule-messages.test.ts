import { expect, it } from 'vitest';
import { RULES } from '../../../worker/domain/names/rules.ts';
import { ruleNameMessages } from './rule-messages.ts';
import { descriptionMessages } from './rules/descriptions.ts';

it('every rule of the gazetteer has a name and a description in the languages of the UI', () => {
  const rules = Object.keys(RULES).toSorted();
  expect(Object.keys(descriptionMessages.catalogues.en).toSorted()).toEqual(rules);
  expect(Object.keys(ruleNameMessages.catalogues.en).toSorted()).toEqual([...rules, 'person'].toSorted());
});
