/** A periodisation as a list of fields, for its history and its versions side by side. */
import type { Scheme, Stage } from '../../../../worker/shapes/schemes.ts';
import { language } from '../../../i18n/language.ts';
import { translator } from '../../../i18n/messages.ts';
import { citationKey } from '../../../ui/source-fields.tsx';
import { titleText } from '../../../ui/titles.tsx';
import type { RecordField } from '../../history/fields.ts';
import { schemeMessages } from '../messages.ts';
import { stageBounds } from '../stage-bounds.ts';
import { type SchemeDraft, previewOf } from './draft.ts';
import { editSchemeMessages } from './messages.ts';

export function schemeFields(scheme: Scheme): RecordField[] {
  const t = translator(editSchemeMessages, language.value);
  const single = (key: 'attribution' | 'year' | 'note', text: string | undefined) =>
    text ? [{ key, group: t(key), text }] : [];
  return [
    ...Object.entries(scheme.title).map(([lang, text]) => ({
      key: `title/${lang}`,
      group: t('titleField'),
      text,
      lang,
    })),
    ...single('attribution', scheme.attribution),
    ...(scheme.scholars ?? []).map(({ id, label }) => ({
      key: `scholars/${id}`,
      group: t('scholars'),
      text: titleText(label),
    })),
    ...single('year', scheme.year),
    ...single('note', scheme.note),
    ...(scheme.citations ?? []).map((citation) => ({
      key: `citations/${citationKey(citation)}`,
      group: t('citations'),
      text: citationKey(citation),
    })),
    ...scheme.stages.map((stage) => stageField(stage, t('stages'))),
  ];
}

/** The draft by the keys of its rows, as it would be shown. */
export function draftFields(draft: SchemeDraft): RecordField[] {
  return schemeFields({
    ...previewOf(draft),
    attribution: draft.attribution,
    year: draft.year,
    note: draft.note,
    scholars: draft.scholars.flatMap(({ scholar }) => scholar ?? []),
  });
}

function stageField(stage: Stage, group: string): RecordField {
  const words = translator(schemeMessages, language.value);
  const { from, to } = stageBounds(stage);
  return {
    key: `stages/stage-${stage.key}`,
    group,
    text: `${stage.key} ${titleText(stage.label)}: ${from} – ${to}`,
    detail: [
      // Labels in the other languages change too.
      ...Object.values(stage.label).filter((text) => text !== titleText(stage.label)),
      ...Object.values(stage.characterisation ?? {}),
      stage.printed && words('printed', { text: stage.printed }),
      ...(stage.citations ?? []).map(citationKey),
      stage.note,
    ]
      .filter(Boolean)
      .join('; '),
  };
}
