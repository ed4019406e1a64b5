import type { Address } from '../auth/addressOf.ts'

export interface Limit {
  /** Counts one more. @returns whether it is within the limit */
  allows(address: Address, now: number): boolean
  /** @returns whether one more would be within the limit */
  hasRoom(address: Address, now: number): boolean
}

/** Counts what each address did within the running stretch of time. */
export function createLimit(most: number, stretchMs: number): Limit {
  let stretch = 0
  let counts = new Map<Address, number>()
  const countOf = (address: Address, now: number): number => {
    const current = Math.floor(now / stretchMs)
    if (current !== stretch) counts = new Map()
    stretch = current
    return counts.get(address) ?? 0
  }
  return {
    allows(address, now) {
      const count = countOf(address, now) + 1
      counts.set(address, count)
      return count <= most
    },
    hasRoom: (address, now) => countOf(address, now) < most,
  }
}
