/** Drawings of the guide, in the colours of the app. They show what the words beside them say. */
import type { ComponentChildren } from 'preact';

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="guide-picture" viewBox="0 0 320 140" aria-hidden="true" focusable="false">
      <defs>
        <marker
          id="guide-arrow"
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path class="g-head" d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      {children}
    </svg>
  );
}

/** A sheet with lines of print; one of them may be in hand. */
function Sheet({ x, width, inHand }: { x: number; width: number; inHand?: number }) {
  return (
    <g>
      <rect class="g-sheet" x={x} y="8" width={width} height="124" rx="3" />
      {[24, 42, 60, 78, 96, 114].map((y, index) => (
        <rect
          key={y}
          class="g-print"
          x={x + 12}
          y={y}
          width={width - 24 - ((index * 13) % 26)}
          height="7"
          rx="2"
        />
      ))}
      {inHand !== undefined && (
        <rect class="g-frame" x={x + 7} y={19 + inHand * 18} width={width - 14} height="17" rx="2" />
      )}
    </g>
  );
}

function Text({ x, y, children, as }: { x: number; y: number; children: string; as?: string }) {
  return (
    <text class={as ? `g-text ${as}` : 'g-text'} x={x} y={y}>
      {children}
    </text>
  );
}

function ScanAndLines() {
  return (
    <Picture>
      <Sheet x={8} width={140} inHand={2} />
      <rect class="g-sheet" x="172" y="8" width="140" height="124" rx="3" />
      {['Алашъ', 'народъ', 'газетъ', 'письмо'].map((word, index) => (
        <g key={word}>
          {index === 2 && <rect class="g-hand" x="176" y="70" width="132" height="22" />}
          <Text x={188} y={34 + index * 26}>
            {word}
          </Text>
        </g>
      ))}
      <path class="g-arrow" d="M141 64 C 156 64, 158 80, 172 80" />
    </Picture>
  );
}

function TypeAsPrinted() {
  return (
    <Picture>
      <rect class="g-sheet" x="30" y="12" width="260" height="44" rx="3" />
      <Text x={48} y={41} as="g-large">
        дѣло народа
      </Text>
      <path class="g-arrow" d="M160 60 L160 80" />
      <rect class="g-hand" x="30" y="84" width="260" height="44" rx="3" />
      <Text x={48} y={113} as="g-large">
        дѣло народа
      </Text>
      <rect class="g-caret" x="206" y="93" width="2" height="26" />
      <Key x={246} y={95} label="↵" />
    </Picture>
  );
}

function Key({ x, y, label, wide }: { x: number; y: number; label: string; wide?: boolean }) {
  const width = wide ? 44 : 28;
  return (
    <g>
      <rect class="g-key" x={x} y={y} width={width} height="24" rx="4" />
      <text class="g-keytext" x={x + width / 2} y={y + 17} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}

function DoubtfulWords() {
  return (
    <Picture>
      <rect class="g-sheet" x="20" y="12" width="280" height="76" rx="3" />
      <Text x={36} y={42}>
        усилія противника
      </Text>
      <rect class="g-select" x="34" y="54" width="48" height="22" />
      <Text x={36} y={71}>
        кекъ
      </Text>
      <Text x={92} y={71}>
        вчера
      </Text>
      <Text x={150} y={71}>
        будто
      </Text>
      <path class="g-dots" d="M36 76 h44 M150 76 h48" />
      <path class="g-arrow" d="M84 84 C 100 100, 140 100, 160 84" />
      <Key x={138} y={106} label="F7" wide />
    </Picture>
  );
}

function LettersAndMarks() {
  return (
    <Picture>
      {['ә', 'ғ', 'қ', 'ѣ', 'і', 'ڭ', 'ۇ'].map((letter, index) => (
        <Key key={letter} x={28 + index * 38} y={14} label={letter} />
      ))}
      <Key x={70} y={54} label="Alt" wide />
      <Text x={122} y={72}>
        +
      </Text>
      <Key x={140} y={54} label="а" />
      <path class="g-arrow" d="M174 66 H196" />
      <Key x={204} y={54} label="ә" />
      <Text x={60} y={120}>
        Ал[аш?] Орда [...]
      </Text>
    </Picture>
  );
}

function NothingIsLost() {
  return (
    <Picture>
      <rect class="g-sheet" x="24" y="16" width="120" height="84" rx="4" />
      <rect class="g-sheet" x="10" y="104" width="148" height="10" rx="4" />
      {[34, 52, 70].map((y) => (
        <rect key={y} class="g-print" x="40" y={y} width="86" height="7" rx="2" />
      ))}
      <path class="g-arrow" d="M158 58 H206" />
      <path class="g-sheet" d="M222 40 q0 -14 38 -14 t38 14 v48 q0 14 -38 14 t-38 -14 z" />
      <path class="g-line" d="M222 40 q0 14 38 14 t38 -14" />
      <circle class="g-good" cx="182" cy="40" r="7" />
      <path class="g-tick" d="M178 40 l3 3 5 -6" />
    </Picture>
  );
}

function HandIn() {
  return (
    <Picture>
      <Sheet x={8} width={84} />
      <path class="g-arrow" d="M98 70 H126" />
      <circle class="g-sheet" cx="158" cy="52" r="16" />
      <path class="g-sheet" d="M132 104 q4 -30 26 -30 t26 30 z" />
      <path class="g-good-line" d="M148 52 l8 8 14 -16" />
      <path class="g-arrow" d="M192 70 H220" />
      <Sheet x={228} width={84} inHand={0} />
      <Key x={134} y={110} label="Alt+N" wide />
    </Picture>
  );
}

export const PICTURES = {
  scan: ScanAndLines,
  type: TypeAsPrinted,
  doubt: DoubtfulWords,
  letters: LettersAndMarks,
  kept: NothingIsLost,
  handIn: HandIn,
} as const;
