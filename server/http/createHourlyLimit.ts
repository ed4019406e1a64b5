const HOUR_MS = 60 * 60_000

/** Counts what each address did within the running hour. */
export function createHourlyLimit(most: number): { allows(address: string, now: number): boolean } {
  let hour = 0
  let counts = new Map<string, number>()
  return {
    allows(address, now) {
      const current = Math.floor(now / HOUR_MS)
      if (current !== hour) counts = new Map()
      hour = current
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      return count <= most
    },
  }
}
