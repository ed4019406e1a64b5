/** The middle of some figures, and how far they lie apart. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
  return { median, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN }
}

/** Such as `12.3 (11.9 to 14.0)`. */
export function inWords({ median, least, most }: Spread, digits = 1): string {
  const text = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))
  return text(least) === text(most) ? text(median) : `${text(median)} (${text(least)} to ${text(most)})`
}
