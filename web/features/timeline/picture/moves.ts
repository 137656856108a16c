/** Where the arrow keys lead from one thing in the picture to the next. */
export interface Spot {
  /** `stage:…`, `month:…`, `event:…`, `mention:…` */
  key: string;
  /** Things of one row stand side by side; rows follow each other downwards. */
  row: number;
  left: number;
  right: number;
}

/** The key of the spot that an arrow key leads to; the same one at an edge. Null for keys that do not move. */
export function moveFrom(spots: readonly Spot[], from: string, pressed: string): string | null {
  const here = spots.find((spot) => spot.key === from) ?? spots[0];
  if (!here) return null;
  const row = spots.filter((spot) => spot.row === here.row).toSorted((a, b) => middle(a) - middle(b));
  const at = row.indexOf(here);
  switch (pressed) {
    case 'ArrowRight':
      return (row[at + 1] ?? here).key;
    case 'ArrowLeft':
      return (row[at - 1] ?? here).key;
    case 'Home':
      return (row[0] ?? here).key;
    case 'End':
      return (row.at(-1) ?? here).key;
    case 'ArrowDown':
      return nearestInRow(spots, here, 1).key;
    case 'ArrowUp':
      return nearestInRow(spots, here, -1).key;
    default:
      return null;
  }
}

function nearestInRow(spots: readonly Spot[], here: Spot, direction: 1 | -1): Spot {
  const beyond = spots.map(({ row }) => row).filter((row) => (row - here.row) * direction > 0);
  if (beyond.length === 0) return here;
  const next = direction === 1 ? Math.min(...beyond) : Math.max(...beyond);
  const distance = (spot: Spot) =>
    Math.max(0, spot.left - here.right, here.left - spot.right) * 1e6 + Math.abs(middle(spot) - middle(here));
  return spots.filter(({ row }) => row === next).reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

const middle = ({ left, right }: Spot) => (left + right) / 2;
