/** Searching while one types, as long as the service keeps up. */
import { useEffect, useRef } from 'preact/hooks';
import { isWorthTrying } from './filters.ts';

/** Milliseconds. Slower answers would come in one after the other while the reader has typed on. */
const QUICK = 300;

interface Typing {
  /** The words of the address. */
  words: string;
  /** What is asked for, null for nothing; and whether its answer is there. */
  path: string | null;
  answered: boolean;
  /** `replace` where the words before were typed on the way to these: Back leads to before the typing. */
  search: (words: string, replace: boolean) => void;
}

/** Returns what to call with the words when the typing pauses. */
export function useTyping({ words, path, answered, search }: Typing): (typed: string) => void {
  const asked = useRef({ path, at: performance.now() });
  const took = useRef(0);
  const onTheWay = useRef<string | null>(null);
  if (asked.current.path !== path) asked.current = { path, at: performance.now() };
  useEffect(() => {
    if (answered) took.current = performance.now() - asked.current.at;
  }, [path, answered]);
  return (typed) => {
    if (typed === words || took.current > QUICK || !isWorthTrying(typed)) return;
    search(typed, onTheWay.current === words);
    onTheWay.current = typed;
  };
}
