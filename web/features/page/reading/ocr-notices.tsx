import type { OcrNotice } from '../../../../worker/shapes/ocr.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { noticeMessages } from './notice-messages.ts';

/** What was done for reading and needs no answer. */
const FOR_INFORMATION: ReadonlySet<string> = new Set(['deskewed', 'mixed-scripts']);

/** Notices that somebody should act on. */
export function needsLook({ code }: OcrNotice): boolean {
  return !FOR_INFORMATION.has(code);
}

/** What a reading tells about its page, in plain words, with what to do next. */
export function OcrNotices({ notices }: { notices: readonly OcrNotice[] }) {
  const t = useMessages(noticeMessages);
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice.code} tone={needsLook(notice) ? 'warning' : 'info'}>
          <p>{t(notice.code, { value: String(notice.value ?? '?') })}</p>
        </Notice>
      ))}
    </>
  );
}
