/** Whether days meet the years that are shown; an open side reaches as far as it likes. */
export function isInYears(
  earliest: string | null,
  latest: string | null,
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
): boolean {
  return (latest ?? '9999') >= `${firstYear}-01-01` && (earliest ?? '0000') <= `${lastYear}-12-31`;
}
