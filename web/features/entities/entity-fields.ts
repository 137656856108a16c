/** A record of the authority file as a list of fields: for its history, and for two records side by side. */
import type { Claim, EntityState, NameForm, Relation } from '../../../worker/shapes/entities.ts';
import { language } from '../../i18n/language.ts';
import { translator } from '../../i18n/messages.ts';
import { dateText, spanText } from '../../ui/date-text.tsx';
import { languageName } from '../../ui/language-names.ts';
import { citationKey } from '../../ui/source-fields.tsx';
import { titleText } from '../../ui/titles.tsx';
import type { RecordField } from '../history/fields.ts';
import { bodyOf } from './edit/body.ts';
import type { EntityDraft } from './edit/draft.ts';
import { editMessages } from './edit/messages.ts';
import { entityMessages } from './messages.ts';
import { predicateText, propertyText } from './terms.ts';

/** What of a record is compared. */
export type EntityContent = Pick<
  EntityState,
  'nameForms' | 'relations' | 'claims' | 'note' | 'doubt' | 'dates' | 'authorityIds' | 'citations'
>;

/** In the UI's language, the parts in the order in which the record shows them. */
export function entityFields(entity: EntityContent): RecordField[] {
  const words = translator(entityMessages, language.value);
  const edit = translator(editMessages, language.value);
  return [
    ...entity.nameForms.map((form) => nameField(form, words('names'), words(form.kind))),
    ...textFields('note', edit('notes'), entity.note),
    ...textFields('doubt', edit('doubt'), entity.doubt),
    ...(['from', 'to'] as const).flatMap((end) => {
      const text = spanText({ [end]: entity.dates?.[end] });
      return text === '' ? [] : [{ key: `dates/${end}`, group: words('dates'), text }];
    }),
    ...(entity.claims ?? []).map((claim) => claimField(claim, words('claims'))),
    ...(entity.relations ?? []).map((relation) => relationField(relation, words('relations'))),
    ...Object.entries(entity.authorityIds ?? {}).map(([authority, number]) => ({
      key: `authorityIds/${authority}`,
      group: words('identifiers'),
      text: `${authority} ${number}`,
    })),
    ...(entity.citations ?? []).map((citation) => ({
      key: `citations/${citationKey(citation)}`,
      group: words('sources'),
      text: citationKey(citation),
    })),
  ];
}

function nameField(form: NameForm, group: string, kind: string): RecordField {
  return {
    key: `nameForms/${form.id ?? form.text}`,
    group,
    text: form.text,
    lang: form.language,
    detail: [`${kind}, ${languageName(form.language)}`, form.source && citationKey(form.source), form.note]
      .filter(Boolean)
      .join('; '),
  };
}

function textFields(key: string, group: string, texts: Record<string, string> | undefined): RecordField[] {
  return Object.entries(texts ?? {}).map(([lang, text]) => ({ key: `${key}/${lang}`, group, text, lang }));
}

function claimField(claim: Claim, group: string): RecordField {
  const said = [claim.date && dateText(claim.date), claim.value].filter(Boolean).join('; ');
  return {
    key: `claims/${claim.id ?? claim.property + said}`,
    group,
    text: `${propertyText(claim.property)}: ${said}`,
    detail: [claim.date?.printed && `“${claim.date.printed}”`, citationKey(claim.source), claim.note]
      .filter(Boolean)
      .join('; '),
  };
}

function relationField(relation: Relation, group: string): RecordField {
  const years = spanText(relation);
  return {
    key: `relations/${relation.id ?? relation.predicate + relation.object}`,
    group,
    text: `${predicateText(relation.predicate)} ${titleText(relation.objectLabel ?? { und: relation.object })}`,
    detail: [years, relation.source && citationKey(relation.source)].filter(Boolean).join('; '),
  };
}

/** A draft as a record shows it: parts by the keys of their rows, relations with the names of what they point at. */
export function draftFields(draft: EntityDraft): RecordField[] {
  const body = bodyOf(draft);
  return entityFields({
    ...body,
    nameForms: body.nameForms.map((form, index) => ({ ...form, id: draft.nameForms[index]?.key })),
    relations: (body.relations ?? []).map((relation, index) => ({
      ...relation,
      id: draft.relations[index]?.key,
      objectLabel: draft.relations[index]?.object?.label,
    })),
    claims: (body.claims ?? []).map((claim, index) => ({ ...claim, id: draft.claims[index]?.key })),
  });
}
