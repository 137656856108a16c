/** How a scan is looked at: light, contrast, turn. It changes what is shown, never the stored scan. */

export interface Look {
  /** In percent; 100 is as scanned. */
  brightness: number;
  contrast: number;
  invert: boolean;
}

export const AS_SCANNED: Look = { brightness: 100, contrast: 100, invert: false };

const LEAST = 30;
/** In percent: above it, paper and ink are one. */
export const MOST = { brightness: 200, contrast: 400 };

/** A CSS filter. @example filterOf({ brightness: 120, contrast: 100, invert: true }) // 'brightness(120%) invert(1)' */
export function filterOf({ brightness, contrast, invert }: Look): string {
  const parts = [
    brightness !== 100 && `brightness(${brightness}%)`,
    contrast !== 100 && `contrast(${contrast}%)`,
    invert && 'invert(1)',
  ].filter(Boolean);
  return parts.length === 0 ? 'none' : parts.join(' ');
}

/** Within what can be chosen, in steps of a percent. */
export function withLight(look: Look, what: 'brightness' | 'contrast', value: number): Look {
  return { ...look, [what]: Math.round(Math.min(MOST[what], Math.max(LEAST, value))) };
}

/** A turn in degrees clockwise, more than -180 and at most 180, to a tenth. @example turnedBy(180, 90) // -90 */
export function turnedBy(turn: number, by: number): number {
  const tenths = Math.round((turn + by) * 10) % 3600;
  const positive = tenths < 0 ? tenths + 3600 : tenths;
  return (positive > 1800 ? positive - 3600 : positive) / 10;
}

/** The quarter turn nearest to a turn, and what is left of it: at most 45 degrees either way. */
export function partsOf(turn: number): { quarter: number; fine: number } {
  const quarter = Math.round(turn / 90) * 90;
  return { quarter, fine: Math.round((turn - quarter) * 10) / 10 };
}
