/** A name of a record of the authority file. */
export interface NameForm {
  id: string;
  entityId: string;
  kind: 'person' | 'organisation' | 'place' | 'event' | 'movement' | 'periodical';
  text: string;
  /** BCP 47, with the script where a language has several: kk-Cyrl, kk-Arab, ru, ru-petr1708. */
  language: string;
  formKind: 'preferred' | 'variant' | 'pseudonym' | 'printed-as';
}
