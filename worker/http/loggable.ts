/** What of an error may go to the log. */

/**
 * An error without the values of its query: among them are texts, hashes of keys and tokens of sessions.
 * @returns the query and what the database said of it; any other error as it is
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof Error) || !('params' in error)) return error;
  const query = 'query' in error ? String(error.query) : '';
  return { query, cause: error.cause };
}
