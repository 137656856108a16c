import { HranaError } from './errors.ts';
import type { NamedArgument } from './messages.ts';
import type { SqlValue } from './values.ts';

function mismatch(message: string): HranaError {
  return new HranaError('ARGS_INVALID', `Arguments do not match SQL parameters: ${message}`);
}

/**
 * Puts arguments in the order of a statement's parameters. SQLite would take a missing one for
 * NULL; sqld refuses it, and so does this.
 * @throws HranaError ARGS_INVALID when there are too many or too few, or a text holds U+0000.
 */
export function bindArguments(
  parameters: (string | null)[],
  args: SqlValue[],
  named: NamedArgument[],
): SqlValue[] {
  if (args.length > 0 && named.length > 0) {
    throw new HranaError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    );
  }
  const given = args.length + named.length;
  if (given > parameters.length) {
    throw mismatch(`too many parameters, expected ${parameters.length} found ${given}`);
  }
  const byName = new Map(named.map(({ name, value }) => [name, value]));
  return parameters.map((name, index) => {
    const value = args[index] !== undefined ? args[index] : findNamed(byName, name);
    if (value === undefined) throw mismatch(`value for parameter ${name ?? index + 1} not found`);
    if (typeof value === 'string' && value.includes('\0')) {
      // The native module reads text only up to U+0000: what was stored would not come back.
      throw mismatch(`text for parameter ${name ?? index + 1} contains U+0000`);
    }
    return value;
  });
}

/** An argument's name may be given with the parameter's prefix (":a") or without ("a"). */
function findNamed(byName: Map<string, SqlValue>, name: string | null): SqlValue | undefined {
  if (name === null) return undefined;
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  return name.startsWith('?') ? undefined : byName.get(name.slice(1));
}

/** U+0000, or half of a surrogate pair without its other half, escaped as JSON does it. */
const HARMFUL_ESCAPE =
  /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2}\\u)d[c-f][0-9a-f]{2})/i;

/**
 * SQLite's JSON functions turn such an escape into text that the native module cuts short (U+0000),
 * or that ends the process when it is read (invalid UTF-8): refuse it while it is an argument.
 * @throws HranaError ARGS_INVALID
 */
export function refuseHarmfulJson(sql: string, args: SqlValue[]): void {
  if (!/json|->/i.test(sql)) return;
  const index = args.findIndex((value) => typeof value === 'string' && HARMFUL_ESCAPE.test(value));
  if (index >= 0)
    throw mismatch(`JSON for parameter ${index + 1} escapes U+0000 or half of a surrogate pair`);
}
