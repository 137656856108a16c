/** Icons as inline SVG, drawn in the colour of the text. Decorative: the word beside them says it all. */
const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12 5 5',
  upload: 'M12 16V4m-5 5 5-5 5 5M4 17v3h16v-3',
  check: 'm4 12.5 5.5 5.5L20 7',
  cross: 'M5 5l14 14M19 5 5 19',
  next: 'm9 5 7 7-7 7',
  previous: 'm15 5-7 7 7 7',
  down: 'm5 9 7 7 7-7',
  up: 'm5 16 7-7 7 7',
  account: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-6.5 8-6.5s7 1.5 8 6.5',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 0c5 5 5 13 0 18M12 3c-5 5-5 13 0 18M3.5 9h17M3.5 15h17',
  menu: 'M4 6h16M4 12h16M4 18h16',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  retry: 'M20 11a8 8 0 1 0-2 6M20 4v7h-7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  tag: 'M3 12V4h8l10 10-8 8zM7.5 8.5h.01',
  warning: 'M12 4 2.5 20h19zM12 10v5m0 2.5v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 8v6m0-9.5v.01',
  external: 'M14 4h6v6m0-6-9 9M18 14v6H4V6h6',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  undo: 'M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-4',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4m4-1v6l4 2',
  trash: 'M4 7h16M9 7V4h6v3m-9 0 1 13h10l1-13',
  book: 'M12 6c-2-1.6-5-2-8-2v14c3 0 6 .4 8 2 2-1.6 5-2 8-2V4c-3 0-6 .4-8 2zm0 0v14',
  split: 'M4 6h16M4 18h16M12 9v6m-3-3h6',
  download: 'M12 4v12m-5-5 5 5 5-5M4 20h16',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  // `next` and `previous` point along the reading direction of the UI, which is left to right in all three languages.
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
