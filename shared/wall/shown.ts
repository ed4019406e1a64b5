import { isTime } from './dates.ts'
import { isId, notesOfPair, type PairId, type ParticipantId } from './ids.ts'
import type { Laser, Shown, Sight } from './schema.ts'
import { boxValue, parseBox } from './wallBox.ts'

/** A stretch of wall as somebody sees it: as little as a letter, as much as the whole. */
const PLACE_SIDES = { least: 1, most: 2e6 } as const

export const sightValue = (sight: Sight): object => ('pair' in sight ? { pair: sight.pair } : { place: boxValue(sight.place) })

/** @returns `undefined` for what shows nothing; the judge takes what this reads, and nothing else */
export function parseShown(value: unknown): Shown | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return undefined
  const { by, at, place, pair } = value as Partial<Record<string, unknown>>
  const sight = parseSight(place, pair)
  return isId(by) && isTime(at) && sight ? { by: by as ParticipantId, at, sight } : undefined
}

function parseSight(place: unknown, pair: unknown): Sight | undefined {
  if (typeof pair === 'string') return notesOfPair(pair as PairId) ? { pair: pair as PairId } : undefined
  const box = parseBox(place, PLACE_SIDES)
  return box && { place: box }
}

/** Client ids are random numbers of 32 bits, or of up to 53 in other versions of Yjs. */
const isClient = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** @returns `undefined` for what is no laser; the judge takes what this reads, and nothing else */
export function parseLaser(value: unknown): Laser | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return undefined
  const { by, at, client } = value as Partial<Record<keyof Laser, unknown>>
  return isId(by) && isTime(at) && isClient(client) ? { by: by as ParticipantId, at, client } : undefined
}
