import { useMessages } from '../../../../i18n/messages.ts';
import { Button } from '../../../../ui/button.tsx';
import type { LineStore } from '../../store.ts';
import type { BoxActions } from './box-actions.ts';
import { boxMessages } from './messages.ts';

interface BoxToolsProps {
  actions: BoxActions;
  store: LineStore;
  onDone: () => void;
}

/** Everything that the keys do, for mouse and thumb. */
export function BoxTools({ actions, store, onDone }: BoxToolsProps) {
  const t = useMessages(boxMessages);
  const { drawing, cut } = actions;
  return (
    <div class="box-tools" role="group" aria-label={t('editing')}>
      <strong class="box-title">{t('editing')}</strong>
      <Button
        small
        aria-pressed={drawing.value}
        title={`${t('draw')} (D)`}
        onClick={() => {
          cut.value = null;
          drawing.value = !drawing.peek();
        }}
      >
        {t('draw')}
      </Button>
      <Button small title={`${t('add')} (Insert)`} onClick={() => actions.add()}>
        {t('add')}
      </Button>
      <Button
        small
        aria-pressed={cut.value !== null}
        title={`${t('cut')} (S)`}
        onClick={() => actions.startCut()}
      >
        {t('cut')}
      </Button>
      <Button small title={`${t('join')} (J)`} onClick={() => actions.join()}>
        {t('join')}
      </Button>
      <Button small aria-label={t('up')} title={`${t('up')} (Alt+↑)`} onClick={() => actions.reorder(-1)}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button small aria-label={t('down')} title={`${t('down')} (Alt+↓)`} onClick={() => actions.reorder(1)}>
        <span aria-hidden="true">↓</span>
      </Button>
      <Button small title={`${t('removeBox')} (Delete)`} onClick={() => actions.removeBox()}>
        {t('removeBox')}
      </Button>
      <Button small title={`${t('removeLine')} (Shift+Delete)`} onClick={() => actions.removeLine()}>
        {t('removeLine')}
      </Button>
      <Button
        small
        icon="undo"
        aria-label={t('undo')}
        title={`${t('undo')} (Ctrl+Z)`}
        aria-disabled={store.canUndo.value ? undefined : 'true'}
        onClick={() => actions.undo()}
      />
      <Button
        small
        icon="undo"
        class="mirrored"
        aria-label={t('redo')}
        title={`${t('redo')} (Ctrl+Shift+Z)`}
        aria-disabled={store.canRedo.value ? undefined : 'true'}
        onClick={() => actions.redo()}
      />
      <Button small look="primary" title={`${t('done')} (Escape)`} onClick={onDone}>
        {t('done')}
      </Button>
      {drawing.value && <p class="box-hint">{t('drawHint')}</p>}
      {cut.value !== null && <p class="box-hint">{t('cutHint')}</p>}
    </div>
  );
}
