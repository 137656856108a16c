import { urlOf } from '../../api/client.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateText } from '../../ui/date-text.tsx';
import { type Filters, filtersToApi, filtersToQuery } from '../search/filters.ts';
import { saveFile } from '../timeline/save-file.ts';
import { drawLines } from './draw-lines.ts';
import { ngramMessages } from './messages.ts';
import type { Period } from './series-data.ts';
import { toSvgFile } from './svg-file.ts';

interface NgramDownloadsProps {
  filters: Filters;
  by: 'month' | 'year';
  names: readonly string[];
  periods: readonly Period[];
  relative: boolean;
  describe: (period: Period) => string;
}

/** Pixels: as wide as a page of a journal takes without small print. */
const FILE_WIDTH = 1000;

/** The counts from the API, and the picture as a file. */
export function NgramDownloads({ filters, by, names, periods, relative, describe }: NgramDownloadsProps) {
  const t = useMessages(ngramMessages);
  const savePicture = () => {
    const picture = drawLines(names, periods, {
      width: FILE_WIDTH,
      relative,
      language: language.value,
      describe,
    });
    const address = new URL('/ngrams', location.href);
    address.search = new URLSearchParams({ ...filtersToQuery(filters), by }).toString();
    const today = new Date().toISOString().slice(0, 10);
    const svg = toSvgFile(picture, {
      title: t('svgTitle', { words: names.join(', ') }),
      note: [
        relative ? t('relative') : t('absolute'),
        t('svgSource', {
          // Readable in any script, as it stands in the address line.
          address: decodeURI(address.href),
          date: dateText({ calendar: 'gregorian', edtf: today }),
        }),
      ],
      language: language.value,
    });
    saveFile(svg, 'image/svg+xml', 'qalam-words.svg');
  };
  return (
    <section aria-labelledby="ng-downloads">
      <h2 id="ng-downloads">{t('download')}</h2>
      <p class="form-actions">
        <ButtonLink
          icon="download"
          href={urlOf('/ngrams', { ...filtersToApi(filters), by, format: 'csv' })}
          download
        >
          CSV
        </ButtonLink>
        <Button icon="download" onClick={savePicture}>
          {t('downloadSvg')}
        </Button>
      </p>
    </section>
  );
}
