import type { ComponentChildren } from 'preact';
import type { PageStatus } from '../../worker/shapes/pages.ts';
import { useMessages } from '../i18n/messages.ts';
import { uiMessages } from './messages.ts';

export type Tone = 'reviewed' | 'transcribed' | 'ocr' | 'none' | 'bad' | 'wait';

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

const STATUS = {
  queued: ['statusQueued', 'wait'],
  reading: ['statusReading', 'wait'],
  failed: ['statusFailed', 'bad'],
  read: ['statusRead', 'ocr'],
  draft: ['statusDraft', 'transcribed'],
  submitted: ['statusSubmitted', 'transcribed'],
  accepted: ['statusAccepted', 'reviewed'],
} as const;

/** How far a page has come. */
export function StatusBadge({ status }: { status: PageStatus }) {
  const t = useMessages(uiMessages);
  const [key, tone] = STATUS[status];
  return <Badge tone={tone}>{t(key)}</Badge>;
}

const LAYER = {
  reviewed: 'layerReviewed',
  transcribed: 'layerTranscribed',
  ocr: 'layerOcr',
  none: 'layerNone',
} as const;

/** How far a text can be trusted. */
export function LayerBadge({ layer }: { layer: keyof typeof LAYER }) {
  const t = useMessages(uiMessages);
  return <Badge tone={layer}>{t(LAYER[layer])}</Badge>;
}
