/** Rows of a form that can be added, removed, put back and reordered, by keyboard as by mouse. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useMessages } from '../i18n/messages.ts';
import { Button } from './button.tsx';
import { formMessages } from './form-messages.ts';
import { announce } from './live-region.tsx';
import { onceDrawn } from './once-drawn.ts';
import './row-list.css';

interface RowListProps<R extends { key: string }> {
  rows: readonly R[];
  onChange: (rows: R[]) => void;
  newRow: () => R;
  addLabel: string;
  /** What the row is called: "Name 3: Букейханов". */
  nameOf: (row: R, index: number) => string;
  /** Also as a node where the name needs isolation of scripts; `nameOf` stands where this is absent. */
  render: (row: R, index: number, set: (change: Partial<R>) => void) => ComponentChildren;
  /** Where the order means nothing, rows are not moved. */
  fixedOrder?: boolean;
}

export function RowList<R extends { key: string }>(props: RowListProps<R>) {
  const { rows, onChange, nameOf } = props;
  const t = useMessages(formMessages);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLSpanElement>(null);
  const removed = useSignal<{ row: R; index: number; name: string } | null>(null);

  const focusRow = (key: string | undefined, selector: string) =>
    onceDrawn(() => {
      const row = [...(list.current?.children ?? [])].find(
        (item) => item instanceof HTMLElement && item.dataset['row'] === key,
      );
      const target = row?.querySelector<HTMLElement>(selector) ?? addButton.current?.querySelector('button');
      target?.focus();
    });

  const move = (index: number, by: -1 | 1) => {
    const row = rows[index];
    const to = index + by;
    if (!row || to < 0 || to >= rows.length) return;
    onChange(rows.toSpliced(index, 1).toSpliced(to, 0, row));
    announce(t('moved', { row: nameOf(row, to), place: to + 1, count: rows.length }));
    // At the end of the way the other button takes over.
    const end = to === 0 || to === rows.length - 1;
    focusRow(row.key, end ? `[data-move="${by === -1 ? 1 : -1}"]` : `[data-move="${by}"]`);
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (!row) return;
    const name = nameOf(row, index);
    removed.value = { row, index, name };
    onChange(rows.toSpliced(index, 1));
    announce(t('removed', { row: name }));
    focusRow((rows[index + 1] ?? rows[index - 1])?.key, '[data-remove]');
  };
  const putBack = () => {
    const last = removed.peek();
    if (!last) return;
    removed.value = null;
    onChange(rows.toSpliced(Math.min(last.index, rows.length), 0, last.row));
    focusRow(last.row.key, 'input, select, textarea');
  };
  const add = () => {
    const row = props.newRow();
    onChange([...rows, row]);
    focusRow(row.key, 'input, select, textarea');
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || props.fixedOrder) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <>
      {rows.length > 0 && (
        <div class="row-list" ref={list}>
          {rows.map((row, index) => {
            const name = nameOf(row, index);
            const titleId = `${id}-${row.key}`;
            return (
              <div
                key={row.key}
                data-row={row.key}
                class="form-block"
                role="group"
                aria-labelledby={titleId}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <header class="form-block-head">
                  <span class="form-block-title" id={titleId}>
                    <bdi>{name}</bdi>
                  </span>
                  <span class="form-block-buttons">
                    {!props.fixedOrder && rows.length > 1 && (
                      <>
                        <Button
                          small
                          look="plain"
                          icon="up"
                          data-move="-1"
                          aria-label={t('moveUp', { row: name })}
                          disabled={index === 0}
                          onClick={() => move(index, -1)}
                        />
                        <Button
                          small
                          look="plain"
                          icon="down"
                          data-move="1"
                          aria-label={t('moveDown', { row: name })}
                          disabled={index === rows.length - 1}
                          onClick={() => move(index, 1)}
                        />
                      </>
                    )}
                    <Button
                      small
                      look="plain"
                      icon="trash"
                      data-remove=""
                      aria-label={t('remove', { row: name })}
                      onClick={() => remove(index)}
                    />
                  </span>
                </header>
                {props.render(row, index, (change) =>
                  onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))),
                )}
              </div>
            );
          })}
        </div>
      )}
      <p class="form-actions">
        <span ref={addButton}>
          <Button small icon="plus" onClick={add}>
            {props.addLabel}
          </Button>
        </span>
        {removed.value && (
          <Button small icon="undo" onClick={putBack}>
            {t('putBack', { row: removed.value.name })}
          </Button>
        )}
      </p>
    </>
  );
}
