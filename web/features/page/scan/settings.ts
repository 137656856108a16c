/** What a person has chosen for scans, remembered in this browser: light for all of them, the turn for each page. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { personalKey, readStored, writeStored } from '../remembered.ts';
import { AS_SCANNED, filterOf, type Look, turnedBy, withLight } from './look.ts';

export interface ScanSettings {
  readonly look: Signal<Look>;
  /** Degrees clockwise, of this page. */
  readonly turn: Signal<number>;
  /** Zoom as the person left it on the last page: widths of the view in one width of the page. */
  readonly zoom: Signal<number | null>;
  readonly filter: ReadonlySignal<string>;
}

/** Pages whose turn is remembered; the oldest are forgotten. */
const TURNS_KEPT = 300;

interface Stored {
  look?: unknown;
  zoom?: unknown;
  turns?: unknown;
}

let last: { key: string; page: string; settings: ScanSettings } | null = null;

/** The settings of the person who is signed in, for a page; the same object wherever the page is shown. */
export function scanSettings(page: string): ScanSettings {
  const key = personalKey('scan');
  if (last?.key === key && last.page === page) return last.settings;
  const settings = openSettings(key, page);
  last = { key, page, settings };
  return settings;
}

function openSettings(key: string, page: string): ScanSettings {
  const stored = parse(readStored(key));
  const turns = turnsOf(stored.turns);
  const look = signal(lookOf(stored.look));
  const turn = signal(turns.find(([of]) => of === page)?.[1] ?? 0);
  const zoom = signal(typeof stored.zoom === 'number' && stored.zoom > 0 ? stored.zoom : null);
  let first = true;
  effect(() => {
    const others = turns.filter(([of]) => of !== page);
    const kept = turn.value === 0 ? others : [...others, [page, turn.value] as const];
    const value = { look: look.value, zoom: zoom.value, turns: kept.slice(-TURNS_KEPT) };
    if (!first) writeStored(key, JSON.stringify(value));
    first = false;
  });
  return { look, turn, zoom, filter: computed(() => filterOf(look.value)) };
}

// What lies in the storage may be of another version, or broken: only what is understood is taken.
function parse(text: string | null): Stored {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function lookOf(value: unknown): Look {
  if (typeof value !== 'object' || value === null) return AS_SCANNED;
  const { brightness, contrast, invert } = value as Record<string, unknown>;
  let look: Look = { ...AS_SCANNED, invert: invert === true };
  if (Number.isFinite(brightness)) look = withLight(look, 'brightness', brightness as number);
  if (Number.isFinite(contrast)) look = withLight(look, 'contrast', contrast as number);
  return look;
}

function turnsOf(value: unknown): [string, number][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown): [string, number][] => {
    if (!Array.isArray(each)) return [];
    const [page, turn] = each as unknown[];
    return typeof page === 'string' && Number.isFinite(turn) ? [[page, turnedBy(turn as number, 0)]] : [];
  });
}
