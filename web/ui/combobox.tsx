/** An input with a list that changes while typing: the ARIA 1.2 combobox with a listbox. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './combobox.css';

interface ComboboxProps<T> {
  label: string;
  value: string;
  onInput: (value: string) => void;
  options: readonly T[];
  idOf: (option: T) => string;
  render: (option: T) => ComponentChildren;
  chosen: T | null;
  onChoose: (option: T) => void;
  /** Said under the input: loading, nothing found, how many. */
  status: string;
  /** The options are still those of other words: Enter waits for the new ones. */
  stale?: boolean;
  error?: string | undefined;
  /** Takes the focus as it appears: in a dialog where it is the first question. */
  autofocus?: boolean;
  /** Escape was pressed; where it is absent, Escape is the surrounding dialog's. */
  onEscape?: () => void;
}

export function Combobox<T>(props: ComboboxProps<T>) {
  const { options, idOf, chosen, error } = props;
  const id = useId();
  const active = useSignal(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(active.value, options.length - 1);
  const optionId = (option: T) => `${id}-${idOf(option)}`;
  const activeOption = options[at];

  useEffect(() => {
    active.value = 0;
  }, [options]);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at, options]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && props.onEscape) {
      // Inside a dialog, Escape means this list first.
      event.stopPropagation();
      props.onEscape();
    } else if (options.length === 0) return;
    else if (event.key === 'ArrowDown') active.value = (at + 1) % options.length;
    else if (event.key === 'ArrowUp') active.value = (at - 1 + options.length) % options.length;
    else if (event.key === 'Enter' && activeOption && activeOption !== chosen) {
      if (!props.stale) props.onChoose(activeOption);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="combobox">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        role="combobox"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-status ${id}-error` : `${id}-status`}
        aria-activedescendant={activeOption ? optionId(activeOption) : undefined}
        value={props.value}
        autofocus={props.autofocus}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class="combobox-status" id={`${id}-status`} role="status">
        {props.status}
      </p>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <ul
        class="combobox-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        aria-busy={props.stale ? 'true' : undefined}
        ref={list}
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          <li
            key={idOf(option)}
            id={optionId(option)}
            role="option"
            aria-selected={option === chosen}
            data-active={index === at ? '' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              active.value = index;
              props.onChoose(option);
            }}
          >
            {props.render(option)}
          </li>
        ))}
      </ul>
    </div>
  );
}
