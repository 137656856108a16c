import { urlOf } from '../../api/client.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { dateText } from '../../ui/date-text.tsx';
import { titleText } from '../../ui/titles.tsx';
import { type Shown, shownToQuery } from './address.ts';
import type { TimelineData } from './data.ts';
import { timelineMessages } from './messages.ts';
import { toSvgFile } from './picture/download.ts';
import { drawTimeline } from './picture/picture.ts';
import { saveFile } from './save-file.ts';

/** Pixels: as wide as a page of a journal turned on its side takes without small print. */
const FILE_WIDTH = 1400;

const PARTS = [
  ['months', 'downloadMonths'],
  ['stages', 'downloadStages'],
  ['events', 'downloadEvents'],
  ['mentions', 'downloadMentions'],
] as const;

interface DownloadsProps {
  data: TimelineData;
  shown: Shown;
  publicationName: string | undefined;
  entityName: string | undefined;
}

/** The picture as a file, and the data behind it from the API. */
export function Downloads({ data, shown, publicationName, entityName }: DownloadsProps) {
  const t = useMessages(timelineMessages);
  const query = {
    publication: shown.publication,
    entity: shown.entity,
    from: `${shown.firstYear}-01-01`,
    to: `${shown.lastYear}-12-31`,
  };
  const savePicture = () => {
    const picture = drawTimeline(data, {
      ...shown,
      width: FILE_WIDTH,
      language: language.value,
      selected: undefined,
      entityName,
    });
    const address = new URL('/timeline', location.href);
    address.search = new URLSearchParams(shownToQuery({ ...shown, chosen: '' })).toString();
    const today = new Date().toISOString().slice(0, 10);
    const names = [publicationName, entityName].filter((name) => name !== undefined).join(', ');
    const svg = toSvgFile(picture, {
      title: t('svgTitle', { from: String(shown.firstYear), to: String(shown.lastYear) }),
      description: t('picture'),
      note: [
        t('svgSchemes', { names: data.schemes.map(({ title }) => titleText(title)).join('; ') }),
        ...(names === '' ? [] : [t('svgFilter', { names })]),
        t('svgSource', {
          address: address.href,
          date: dateText({ calendar: 'gregorian', edtf: today }),
        }),
      ],
      language: language.value,
    });
    saveFile(svg, 'image/svg+xml', `qalam-timeline-${shown.firstYear}-${shown.lastYear}.svg`);
  };
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{t('download')}</h2>
      <div class="form-actions">
        <Button icon="download" onClick={savePicture}>
          {t('downloadSvg')}
        </Button>
        <a class="button button-quiet" href={urlOf('/timeline', query)} download="qalam-timeline.json">
          {t('downloadJson')}
        </a>
        {PARTS.filter(([part]) => part !== 'mentions' || shown.entity !== '').map(([part, key]) => (
          <a
            key={part}
            class="button button-quiet"
            href={urlOf('/timeline', { ...query, format: 'csv', part })}
            download
          >
            {t(key)}
          </a>
        ))}
      </div>
    </section>
  );
}
