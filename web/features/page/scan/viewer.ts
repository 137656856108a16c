/**
 * The scan in OpenSeadragon, in a chunk of its own. Speaks pixels of the original scan, whatever size the
 * shown rendition has. Knows nothing of components or stores.
 */
import OpenSeadragon from 'openseadragon';
import type { Box } from '../../../../worker/shapes/common.ts';
import { contains, withMargin, keepWithin } from '../geometry.ts';

export type MarkTone = 'doubtful' | 'found' | 'tagged';

export interface Mark {
  box: Box;
  tone: MarkTone;
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
  destroy(): void;
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
  /** A click: the point in pixels of the scan, and how many of them a finger's breadth is. */
  onPick: (x: number, y: number, slack: number) => void;
  onOpen: () => void;
  onFail: () => void;
}

/** How near a click must be to a line, in pixels of the screen. */
const REACH = 12;

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
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsPen: { clickToZoom: false, dblClickToZoom: true },
  });
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

  function shown(): Box {
    const bounds = viewer.viewport.getBounds();
    return [
      bounds.x * scan.width,
      bounds.y * scan.width,
      bounds.width * scan.width,
      bounds.height * scan.width,
    ];
  }

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
    const view = shown();
    if (contains(view, near)) return;
    const bounds = viewer.viewport.getBounds();
    // A line wider than the view begins at its edge; otherwise only the place changes, not the zoom.
    if (near[2] > view[2]) {
      showAround(withMargin(box, box[3] * 3, scan), options.reducedMotion);
      return;
    }
    const place = toViewport(box);
    const centre = new OpenSeadragon.Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    const fits = near[0] >= view[0] && near[0] + near[2] <= view[0] + view[2];
    const x = fits ? centre.x : place.x + place.width / 2;
    const centred = new OpenSeadragon.Point(x, place.y + place.height / 2);
    viewer.viewport.panTo(onPage(centred, bounds.width, bounds.height), options.reducedMotion);
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
    const aspect = viewer.viewport.getAspectRatio();
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
      const place = viewer.viewport.viewportToViewerElementRectangle(toViewport(mark.box));
      if (place.x > size.x || place.y > size.y || place.x + place.width < 0 || place.y + place.height < 0)
        continue;
      context.fillStyle = style.getPropertyValue(`--mark-${mark.tone}`);
      context.fillRect(place.x, place.y, place.width, place.height);
    }
  }

  viewer.addHandler('open', () => {
    open = true;
    placeMarker();
    if (current) showAtStart(current);
    draw();
    options.onOpen();
  });
  viewer.addHandler('open-failed', () => options.onFail());
  viewer.addHandler('update-viewport', draw);
  viewer.addHandler('canvas-click', (event) => {
    if (!event.quick || !open) return;
    const point = viewer.viewport.pointFromPixel(event.position);
    const slack = viewer.viewport.deltaPointsFromPixels(new OpenSeadragon.Point(REACH, 0)).x;
    options.onPick(point.x * scan.width, point.y * scan.width, slack * scan.width);
  });

  /** A page opened at a line shows that line large enough to be read. */
  function showAtStart(box: Box): void {
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
      marks = next;
      draw();
    },
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor, undefined, options.reducedMotion);
      viewer.viewport.applyConstraints(options.reducedMotion);
    },
    home() {
      viewer.viewport.goHome(options.reducedMotion);
    },
    fit(box) {
      showAround(withMargin(box, box[3], scan), options.reducedMotion);
    },
    destroy() {
      viewer.destroy();
    },
  };
}
