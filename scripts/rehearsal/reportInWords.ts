import type { RehearsalReport } from './rehearse.ts'
import type { Rehearsal } from './readArguments.ts'

/** The report as lines for a terminal. */
export function reportInWords({ joined, written, fewestSeen, savedMs, seenMs, troubles }: RehearsalReport, rehearsal: Rehearsal): string {
  const { people, notes, seconds } = rehearsal
  const lines = [
    `Joined   ${joined} of ${people} people`,
    `Written  ${written} of ${people * notes} notes in ${seconds} s`,
    `Seen     ${fewestSeen === written ? 'every note, by everybody' : `${fewestSeen} of ${written} notes by who saw fewest`}`,
    `Saved    ${quantiles(savedMs)} after an edit (the server's echo)`,
    `Arrived  ${quantiles(seenMs)} after writing (on the others' walls)`,
  ]
  const counted = new Map<string, number>()
  for (const trouble of troubles) counted.set(trouble, (counted.get(trouble) ?? 0) + 1)
  for (const [trouble, times] of counted) lines.push(`Trouble  ${times > 1 ? `${times} times: ` : ''}${trouble}`)
  return lines.join('\n')
}

/** Nearest rank. */
function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return 'nothing'
  const at = (share: number): string => (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN).toFixed(0)
  return `half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms`
}
