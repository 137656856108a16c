/** Sending a form: one press, one request, its problem kept beside the fields. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type ApiProblem, newKey, toProblem } from '../api/client.ts';
import { describeField } from '../api/field-messages.ts';

export interface Sending {
  busy: boolean;
  problem: ApiProblem | undefined;
  /** Wraps `onSubmit`: prevents the browser's own sending, a second press, and losing the problem. */
  submit: (event: Event) => void;
  /** The message for a field of the API's body; empty where it has no fault. */
  errorFor: (...path: (string | number)[]) => string | undefined;
}

/**
 * @param send does the request; its Idempotency-Key stays the same while the same form is sent again after a
 * lost connection, so that nothing is made twice, and changes once the service has answered.
 */
export function useSending(send: (idempotencyKey: string) => Promise<void>): Sending {
  const state = useSignal<{ busy: boolean; problem: ApiProblem | undefined }>({
    busy: false,
    problem: undefined,
  });
  const key = useRef(newKey());
  const run = async () => {
    try {
      await send(key.current);
      key.current = newKey();
      state.value = { busy: false, problem: undefined };
    } catch (error) {
      const problem = toProblem(error);
      if (!problem.offline) key.current = newKey();
      state.value = { busy: false, problem };
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (state.peek().busy) return;
    state.value = { busy: true, problem: undefined };
    void run();
  };
  const { busy, problem } = state.value;
  return {
    busy,
    problem,
    submit,
    errorFor: (...path) => {
      const found = problem?.errors.find((error) => error.path.join('.') === path.join('.'));
      return found && describeField(found);
    },
  };
}
