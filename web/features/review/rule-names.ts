/** What the rules of the gazetteer do, in words; read once, when the first suggestion is shown. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RuleRecord } from '../../../worker/shapes/tags.ts';
import { get } from '../../api/client.ts';
import { titleText } from '../../ui/titles.tsx';

const names = signal<ReadonlyMap<string, RuleRecord['description']>>(new Map());
let reading: Promise<void> | null = null;

async function read(): Promise<void> {
  const { data } = await get<{ items: RuleRecord[] }>('/tags/rules');
  names.value = new Map(data.items.map((each) => [each.rule, each.description]));
}

/** Says what a rule does in the language of the UI; its short name until that is known. */
export function useRuleNames(): (rule: string) => string {
  useEffect(() => {
    // A suggestion is understood without it, so a failure is left to the next view that asks.
    reading ??= read().catch(() => {
      reading = null;
    });
  }, []);
  return (rule) => {
    const description = names.value.get(rule);
    return description ? titleText(description) : rule;
  };
}
