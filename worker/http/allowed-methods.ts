/** Which methods a path takes, found among the app's own routes: for 405 and its `Allow`. */

interface Route {
  method: string;
  /** Hono's pattern, such as `/api/v1/pages/:id`. */
  path: string;
}

/** The methods of the routes that fit a path; none where there is nothing at this path. */
export function allowedMethods(routes: readonly Route[], path: string): string[] {
  const methods = new Set<string>();
  for (const route of routes) {
    if (route.method === 'ALL' || route.path.includes('*') || !fits(route.path, path)) continue;
    methods.add(route.method);
    if (route.method === 'GET') methods.add('HEAD');
  }
  return [...methods].sort();
}

function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
