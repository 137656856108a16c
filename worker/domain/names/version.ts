import { FOLD_VERSION } from '../text/fold.ts';
import { RULE_SET_VERSION } from './rules.ts';

/**
 * Goes up when either the rules of the gazetteer or those of folding change: keys of names and suggestions that
 * were made by older ones are made again.
 */
export const NAMES_VERSION = FOLD_VERSION * 1000 + RULE_SET_VERSION;
