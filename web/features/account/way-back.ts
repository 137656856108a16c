/** Where to go after signing in: only to a place of this site, whatever the address says. */
export function wayBack(query: Record<string, string>): string {
  const back = query['back'] ?? '/';
  return /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-') ? back : '/';
}
