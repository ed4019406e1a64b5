import { isTime } from './dates.ts'
import { isId, notesOfPair, type PairId, type ParticipantId } from './ids.ts'
import { MEETING_LIMITS, type Meetings } from './schema.ts'

const FIELDS = new Set(['by', 'at', 'startsAt', 'minutes', 'rounds'])

/**
 * A published round of meetings from any value. The judge takes what this reads, and nothing else.
 * @returns `undefined` for what is no round of meetings: a pair twice in one round, too many rounds, something beside them
 */
export function parseMeetings(value: unknown): Meetings | undefined {
  if (typeof value !== 'object' || value === null || !Object.keys(value).every((field) => FIELDS.has(field))) return undefined
  const { by, at, startsAt, minutes, rounds } = value as Partial<Record<keyof Meetings, unknown>>
  if (!isId(by) || !isTime(at) || !isTime(startsAt) || !isMinutes(minutes)) return undefined
  if (!Array.isArray(rounds) || rounds.length === 0 || rounds.length > MEETING_LIMITS.rounds || !rounds.every(isRound)) return undefined
  return { by: by as ParticipantId, at, startsAt, minutes, rounds }
}

function isMinutes(value: unknown): value is number {
  const { least, most } = MEETING_LIMITS.minutes
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

function isRound(round: unknown): round is readonly PairId[] {
  if (!Array.isArray(round) || round.length > MEETING_LIMITS.tables) return false
  const pairs: readonly unknown[] = round
  return pairs.every((pair) => typeof pair === 'string' && notesOfPair(pair as PairId) !== undefined) && new Set(pairs).size === pairs.length
}
