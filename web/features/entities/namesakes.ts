/** Labels that more than one of the things to choose from bears; there what else is known decides. */
export function namesakes<T>(options: readonly T[], labelOf: (option: T) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const option of options) {
    const label = labelOf(option);
    if (seen.has(label)) twice.add(label);
    seen.add(label);
  }
  return twice;
}
