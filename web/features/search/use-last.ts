import { useRef } from 'preact/hooks';

/** The last value that was there: what is shown stays until what follows it has come. */
export function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return value ?? last.current;
}
