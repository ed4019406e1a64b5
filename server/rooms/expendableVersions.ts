import type { Version } from '../storage/store.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** The workshop that is going on: everything is kept. */
const ALL_FOR_MS = 2 * HOUR_MS
const HOURLY_FOR_MS = 2 * DAY_MS
/** Of one wall, together. A full workshop of 500 notes has about 1 MB a version. */
export const MOST_VERSION_BYTES = 128 * 1024 * 1024

/**
 * Which versions of a wall need not be kept any longer: of those that were made by the clock, the last two hours stay
 * whole, then the last of each hour, after two days the last of each day. Those that somebody asked for stay until all
 * together are too large; then the oldest go, those of the clock first. The newest always stays.
 * @param versions newest first
 * @param now milliseconds since 1970
 * @returns their ids
 */
export function expendableVersions(versions: readonly Version[], now: number, mostBytes = MOST_VERSION_BYTES): readonly number[] {
  const taken = new Set<string>()
  const [kept, thinned] = split(versions, ({ why, at }) => {
    const age = now - at
    if (why !== 'time' || age <= ALL_FOR_MS) return true
    const stretch = age <= HOURLY_FOR_MS ? HOUR_MS : DAY_MS
    const slot = `${stretch}/${Math.floor(at / stretch)}`
    if (taken.has(slot)) return false
    taken.add(slot)
    return true
  })
  let bytes = kept.reduce((sum, version) => sum + version.bytes, 0)
  const oldestFirst = kept.slice(1).reverse()
  const [ofTheClock, askedFor] = split(oldestFirst, ({ why }) => why === 'time')
  const tooMany: Version[] = []
  for (const version of [...ofTheClock, ...askedFor]) {
    if (bytes <= mostBytes) break
    bytes -= version.bytes
    tooMany.push(version)
  }
  return [...thinned, ...tooMany].map(({ id }) => id)
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []]
  for (const item of items) parts[isFirst(item) ? 0 : 1].push(item)
  return parts
}
