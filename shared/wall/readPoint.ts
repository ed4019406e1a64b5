import type { WallPoint } from './schema.ts'

/** Farther than any honest wall reaches, near enough for exact canvas arithmetic. */
export const FARTHEST = 1e6

/** @returns `undefined` for what is no place on a wall */
export function readPoint(value: unknown): WallPoint | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [x, y] = value as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  // NaN fails this comparison too.
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST ? [x, y] : undefined
}

/** The nearest place on the wall: what would hang farther out nobody could read, and the server takes none of it. */
export const onTheWall = ([x, y]: WallPoint): WallPoint => [within(x), within(y)]

const within = (side: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, side))
