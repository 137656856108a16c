import { useMessages } from '../../i18n/messages.ts';
import { ruleNameMessages } from './rule-messages.ts';

/** Names a rule of the gazetteer in a few words; one that the UI does not know by the name it has in the service. */
export function useRuleNames(): (rule: string) => string {
  const t = useMessages(ruleNameMessages);
  return (rule) => (rule in ruleNameMessages.catalogues.en ? t(rule as 'surname') : rule);
}
