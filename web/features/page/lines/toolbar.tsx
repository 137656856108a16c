import type { ComponentChildren } from 'preact';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import type { IconName } from '../../../ui/icons.tsx';
import { pageMessages } from '../messages.ts';
import type { LineStore } from '../store.ts';
import { lineElement } from './find-line.ts';

interface ToolbarProps {
  store: LineStore;
  onTag: () => void;
  onHelp: () => void;
}

/** What can be done with the line in hand, for the mouse and the thumb; the keys are in the titles. */
export function Toolbar({ store, onTag, onHelp }: ToolbarProps) {
  const t = useMessages(pageMessages);
  const key = store.current.value;
  const index = key === null ? -1 : store.keys.value.indexOf(key);
  const last = store.keys.value.length - 1;

  const caretOf = () => {
    const field = key === null ? null : lineElement(key);
    return field instanceof HTMLTextAreaElement ? field.selectionStart : 0;
  };

  return (
    <div class="line-tools" role="group" aria-label={t('lineTools')}>
      <Tool label={t('tag')} keys="Ctrl+K" icon="tag" onUse={onTag}>
        {t('tag')}
      </Tool>
      <Tool
        label={t('undo')}
        keys="Ctrl+Z"
        icon="undo"
        off={!store.canUndo.value}
        onUse={() => store.undo()}
      />
      <Tool
        label={t('redo')}
        keys="Ctrl+Shift+Z"
        icon="undo"
        mirrored
        off={!store.canRedo.value}
        onUse={() => store.redo()}
      />
      <Tool
        label={t('splitLine')}
        keys="Ctrl+Enter"
        icon="split"
        off={index === -1}
        onUse={() => store.split(key!, caretOf())}
      />
      <Tool
        label={t('joinLine')}
        keys="Backspace"
        icon="minus"
        off={index < 1}
        onUse={() => store.join(key!)}
      />
      <Tool label={t('moveUp')} keys="Alt+↑" off={index < 1} onUse={() => store.move(key!, -1)}>
        <span aria-hidden="true">↑</span>
      </Tool>
      <Tool
        label={t('moveDown')}
        keys="Alt+↓"
        off={index === -1 || index === last}
        onUse={() => store.move(key!, 1)}
      >
        <span aria-hidden="true">↓</span>
      </Tool>
      <Tool label={t('addLine')} keys="Alt+Enter" icon="plus" onUse={() => store.add(key)} />
      <Tool
        label={t('deleteLine')}
        keys="Ctrl+Shift+Backspace"
        icon="trash"
        off={index === -1}
        onUse={() => store.remove(key!)}
      />
      <Tool label={t('keys')} onUse={onHelp}>
        <kbd aria-hidden="true">?</kbd>
      </Tool>
    </div>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  icon?: IconName;
  mirrored?: boolean;
  off?: boolean;
  onUse: () => void;
  children?: ComponentChildren;
}

function Tool({ label, keys, icon, mirrored, off, onUse, children }: ToolProps) {
  return (
    <Button
      small
      look="plain"
      {...(icon ? { icon } : {})}
      class={mirrored ? 'mirrored' : undefined}
      aria-label={children && typeof children === 'string' ? undefined : label}
      title={keys ? `${label} (${keys})` : label}
      aria-disabled={off ? 'true' : undefined}
      // The caret stays in the line: the button works on it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !off && onUse()}
    >
      {children}
    </Button>
  );
}
