/**
 * The scan in OpenSeadragon, in a chunk of its own. Speaks pixels of the original scan, whatever size the
 * shown rendition has. Knows nothing of components or stores.
 */
import OpenSeadragon from 'openseadragon';
import type { Box } from '../../../../worker/shapes/common.ts';
import { keepWithin, withMargin } from '../geometry.ts';
import { sameBox } from '../lines.ts';
import { createRestingFrames } from './resting-frames.ts';

export type MarkTone = 'doubtful' | 'found' | 'tagged' | 'changed' | 'added' | 'removed';

export interface Mark {
  box: Box;
  tone: MarkTone;
}

/** Typing changes no mark as a rule, and hundreds need not be drawn anew then. */
function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => mark.tone === b[index]!.tone && sameBox(mark.box, b[index]!.box))
  );
}

export interface ScanViewer {
  /** Marks the line in hand, and brings it into view unless it is; null takes the mark away. */
  markCurrent(box: Box | null): void;
  /** Light marks on other lines. */
  setMarks(marks: readonly Mark[]): void;
  zoomBy(factor: number): void;
  /** The whole page. */
  home(): void;
  /** As large as fits. */
  fit(box: Box): void;
  /** Moves what is seen, in parts of the view. */
  panBy(x: number, y: number): void;
  /** Brings a point of the scan into view, if it is not; never changes the zoom. */
  showPoint(x: number, y: number): void;
  /** A CSS filter for the picture. */
  setFilter(filter: string): void;
  /** Turns the picture: degrees clockwise. */
  setTurn(degrees: number): void;
  /** What stands over the picture goes in here. */
  readonly surface: HTMLElement;
  /** Where a point of the scan stands on the surface, in CSS pixels. */
  toSurface(x: number, y: number): Point;
  /** The point of the scan under a point of the surface. */
  toScan(x: number, y: number): Point;
  /** Called with every move of the view, and once at the start; answers how to end that. */
  onMove(listener: () => void): () => void;
  destroy(): void;
}

export interface Point {
  x: number;
  y: number;
}

export interface ScanViewerOptions {
  host: HTMLElement;
  /** The element that marks the line in hand. */
  marker: HTMLElement;
  url: string;
  scan: { width: number; height: number };
  /** Said by screen readers when the picture takes the focus. */
  label: string;
  reducedMotion: boolean;
  /** Zoom of an earlier visit: widths of the page in the width of the view; null shows what suits the line. */
  zoom: number | null;
  /** Degrees clockwise. */
  turn: number;
  filter: string;
  /** The person has changed the zoom. */
  onZoom: (zoom: number) => void;
  /** A click: the point in pixels of the scan, and how many of them a finger's breadth is. */
  onPick: (x: number, y: number, slack: number) => void;
  onOpen: () => void;
  onFail: () => void;
}

/** How near a click must be to a line, in pixels of the screen. */
const REACH = 12;

const frames = createRestingFrames();
Object.assign(OpenSeadragon, {
  requestAnimationFrame: frames.request,
  cancelAnimationFrame: frames.cancel,
});

/** What a person may do to the picture. */
const SIGNS_OF_LIFE = [
  'pointerdown',
  'pointermove',
  'pointerenter',
  'wheel',
  'keydown',
  'touchstart',
] as const;
/** What else makes it move or be drawn. */
const CHANGES = [
  ...(['open', 'pan', 'zoom', 'rotate', 'resize', 'update-viewport', 'tile-loaded'] as const),
  ...(['add-overlay', 'update-overlay', 'remove-overlay'] as const),
];

const FORESTALLED = 'data-openseadragon-mobile-css';

/**
 * OpenSeadragon adds a `<style>` element, which the Content-Security-Policy refuses (it would only take the focus
 * ring away on touch screens). It adds none where it finds one; this one is of no namespace, so it styles nothing.
 */
function forestallInlineStyle(): void {
  if (document.querySelector(`style[${FORESTALLED}]`)) return;
  const style = document.createElementNS(null, 'style');
  style.setAttribute(FORESTALLED, '');
  document.head.append(style);
}

/** Not by colour alone: what changed or came is underlined, what went is struck through. */
function strokeMark(
  context: CanvasRenderingContext2D,
  tone: MarkTone,
  [topLeft, topRight, bottomRight, bottomLeft]: Point[],
  style: CSSStyleDeclaration,
): void {
  const colour = style.getPropertyValue(`--mark-${tone}-line`);
  if (colour === '' || !topLeft || !topRight || !bottomRight || !bottomLeft) return;
  const between = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const through = tone === 'removed';
  const from = through ? between(topLeft, bottomLeft) : bottomLeft;
  const to = through ? between(topRight, bottomRight) : bottomRight;
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.setLineDash(tone === 'added' ? [6, 3] : []);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

const SLOWEST_CLICK_MS = 5000;

export function openScanViewer(options: ScanViewerOptions): ScanViewer {
  const { host, marker, scan } = options;
  forestallInlineStyle();
  const viewer = new OpenSeadragon.Viewer({
    element: host,
    tileSources: { type: 'image', url: options.url },
    drawer: 'canvas',
    showNavigationControl: false,
    animationTime: options.reducedMotion ? 0 : 0.4,
    springStiffness: 8,
    visibilityRatio: 0.3,
    minZoomImageRatio: 0.7,
    maxZoomPixelRatio: 4,
    degrees: options.turn,
    // A press that does not move is a click, however long it takes: some hands are slow, and so are old machines.
    clickTimeThreshold: SLOWEST_CLICK_MS,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsPen: { clickToZoom: false, dblClickToZoom: true },
  });
  frames.wake();
  for (const sign of SIGNS_OF_LIFE)
    host.addEventListener(sign, frames.wake, { capture: true, passive: true });
  for (const change of CHANGES) viewer.addHandler(change, frames.wake);
  viewer.world.addHandler('add-item', frames.wake);
  const watch = new ResizeObserver(frames.wake);
  watch.observe(host);

  viewer.canvas.setAttribute('role', 'application');
  viewer.canvas.setAttribute('aria-label', options.label);

  const layer = document.createElement('canvas');
  layer.className = 'scan-marks';
  layer.setAttribute('aria-hidden', 'true');
  viewer.canvas.append(layer);

  let open = false;
  let current: Box | null = null;
  let marks: readonly Mark[] = [];
  let placed = false;

  // The viewport's unit is the width of the picture, and both pictures show the same page.
  const toViewport = ([x, y, width, height]: Box) =>
    new OpenSeadragon.Rect(x / scan.width, y / scan.width, width / scan.width, height / scan.width);

  const toSurface = (x: number, y: number): Point =>
    viewer.viewport.viewportToViewerElementCoordinates(
      new OpenSeadragon.Point(x / scan.width, y / scan.width),
    );

  const toScan = (x: number, y: number): Point => {
    const point = viewer.viewport.viewerElementToViewportCoordinates(new OpenSeadragon.Point(x, y));
    return { x: point.x * scan.width, y: point.y * scan.width };
  };

  /** The corners of a box on the surface, where the view will be when it rests. */
  function cornersOf([x, y, width, height]: Box): Point[] {
    return [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ].map(([left = 0, top = 0]) => {
      const point = new OpenSeadragon.Point(left / scan.width, top / scan.width);
      return viewer.viewport.pixelFromPoint(point, false);
    });
  }

  /** Whether the picture stands on its side, so that its width runs down the view. */
  const onItsSide = () => Math.abs(Math.round(viewer.viewport.getRotation() / 90)) % 2 === 1;

  function placeMarker(): void {
    if (!open) return;
    if (current) {
      const place = toViewport(current);
      if (placed) viewer.updateOverlay(marker, place);
      else viewer.addOverlay({ element: marker, location: place });
    } else if (placed) viewer.removeOverlay(marker);
    placed = current !== null;
    host.dataset['marked'] = current ? current.join(',') : '';
  }

  function bringIntoView(box: Box): void {
    const near = withMargin(box, 4, scan);
    const size = viewer.viewport.getContainerSize();
    const corners = cornersOf(near);
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (left >= -1 && top >= -1 && right <= size.x + 1 && bottom <= size.y + 1) return;
    // A line wider than the view begins at its edge; otherwise only the place changes, not the zoom.
    if (right - left > size.x + 1 || bottom - top > size.y + 1) {
      showAround(withMargin(box, box[3] * 3, scan), options.reducedMotion);
      return;
    }
    const place = toViewport(box);
    const side = onItsSide();
    const bounds = viewer.viewport.getBoundsNoRotate();
    const centre = bounds.getCenter();
    const fits = side ? top >= 0 && bottom <= size.y : left >= 0 && right <= size.x;
    const x = fits ? centre.x : place.x + place.width / 2;
    const centred = new OpenSeadragon.Point(x, place.y + place.height / 2);
    const [width, height] = side ? [bounds.height, bounds.width] : [bounds.width, bounds.height];
    viewer.viewport.panTo(onPage(centred, width, height), options.reducedMotion);
  }

  /** A line near the edge of the page is shown with the page around it, not with emptiness beside it. */
  function onPage(centre: OpenSeadragon.Point, width: number, height: number): OpenSeadragon.Point {
    const x = keepWithin(centre.x - width / 2, width, 1);
    const y = keepWithin(centre.y - height / 2, height, scan.height / scan.width);
    return new OpenSeadragon.Point(x + width / 2, y + height / 2);
  }

  /** Brings a place into view as large as it can be. */
  function showAround(box: Box, immediately: boolean): void {
    const place = toViewport(box);
    const whole = viewer.viewport.getAspectRatio();
    const aspect = onItsSide() ? 1 / whole : whole;
    const width = Math.max(place.width, place.height * aspect);
    const height = width / aspect;
    const centre = onPage(place.getCenter(), width, height);
    const view = new OpenSeadragon.Rect(centre.x - width / 2, centre.y - height / 2, width, height);
    viewer.viewport.fitBounds(view, immediately);
  }

  function draw(): void {
    if (!open) return;
    const size = viewer.viewport.getContainerSize();
    const ratio = window.devicePixelRatio;
    if (layer.width !== Math.round(size.x * ratio)) layer.width = Math.round(size.x * ratio);
    if (layer.height !== Math.round(size.y * ratio)) layer.height = Math.round(size.y * ratio);
    const context = layer.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    const style = getComputedStyle(host);
    for (const mark of marks) {
      const [x, y, width, height] = mark.box;
      const corners = [toSurface(x, y), toSurface(x + width, y), toSurface(x + width, y + height)];
      corners.push(toSurface(x, y + height));
      if (corners.every((at) => at.x < 0) || corners.every((at) => at.x > size.x)) continue;
      if (corners.every((at) => at.y < 0) || corners.every((at) => at.y > size.y)) continue;
      context.fillStyle = style.getPropertyValue(`--mark-${mark.tone}`);
      context.beginPath();
      for (const at of corners) context.lineTo(at.x, at.y);
      context.fill();
      strokeMark(context, mark.tone, corners, style);
    }
  }

  const listeners = new Set<() => void>();
  function moved(): void {
    if (!open) return;
    draw();
    for (const listener of listeners) listener();
  }

  function changedZoom(): void {
    if (open) options.onZoom(viewer.viewport.getZoom());
  }

  let filter = options.filter;
  function showFilter(): void {
    if (open) viewer.drawer.canvas.style.filter = filter;
  }

  viewer.addHandler('open', () => {
    open = true;
    showFilter();
    placeMarker();
    if (options.zoom !== null) viewer.viewport.zoomTo(options.zoom, undefined, true);
    if (current) showAtStart(current);
    moved();
    options.onOpen();
  });
  viewer.addHandler('open-failed', () => options.onFail());
  viewer.addHandler('update-viewport', moved);
  viewer.addHandler('resize', () => {
    if (open && current) bringIntoView(current);
  });
  viewer.addHandler('canvas-scroll', () => changedZoom());
  viewer.addHandler('canvas-pinch', () => changedZoom());
  viewer.addHandler('canvas-click', (event) => {
    if (!event.quick || !open) return;
    const point = viewer.viewport.pointFromPixel(event.position);
    const slack = viewer.viewport.deltaPointsFromPixels(new OpenSeadragon.Point(REACH, 0)).x;
    options.onPick(point.x * scan.width, point.y * scan.width, slack * scan.width);
  });

  /** A page opened at a line shows that line large enough to be read. */
  function showAtStart(box: Box): void {
    if (options.zoom !== null) {
      bringIntoView(box);
      return;
    }
    const width = Math.min(scan.width, Math.max(box[2] * 1.2, box[3] * 18));
    const place = withMargin(box, (width - box[2]) / 2, scan);
    showAround(place, true);
  }

  return {
    markCurrent(box) {
      current = box;
      placeMarker();
      if (open && box) bringIntoView(box);
    },
    setMarks(next) {
      if (sameMarks(marks, next)) return;
      marks = next;
      host.dataset['marks'] = String(next.length);
      draw();
    },
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor, undefined, options.reducedMotion);
      viewer.viewport.applyConstraints(options.reducedMotion);
      changedZoom();
    },
    home() {
      viewer.viewport.goHome(options.reducedMotion);
      changedZoom();
    },
    fit(box) {
      showAround(withMargin(box, box[3], scan), options.reducedMotion);
      changedZoom();
    },
    panBy(x, y) {
      const size = viewer.viewport.getContainerSize();
      const by = new OpenSeadragon.Point(x * size.x, y * size.y);
      viewer.viewport.panBy(viewer.viewport.deltaPointsFromPixels(by), options.reducedMotion);
      viewer.viewport.applyConstraints(options.reducedMotion);
    },
    showPoint(x, y) {
      if (!open) return;
      const point = new OpenSeadragon.Point(x / scan.width, y / scan.width);
      const at = viewer.viewport.pixelFromPoint(point, false);
      const size = viewer.viewport.getContainerSize();
      if (at.x >= 0 && at.y >= 0 && at.x <= size.x && at.y <= size.y) return;
      viewer.viewport.panTo(point, options.reducedMotion);
    },
    setFilter(next) {
      filter = next;
      showFilter();
    },
    setTurn(degrees) {
      viewer.viewport.setRotation(degrees, options.reducedMotion);
      if (open && current) bringIntoView(current);
    },
    surface: viewer.canvas,
    toSurface,
    toScan,
    onMove(listener) {
      listeners.add(listener);
      if (open) listener();
      return () => listeners.delete(listener);
    },
    destroy() {
      watch.disconnect();
      for (const sign of SIGNS_OF_LIFE) host.removeEventListener(sign, frames.wake, { capture: true });
      viewer.destroy();
    },
  };
}
