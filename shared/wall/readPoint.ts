import type { WallPoint } from './schema.ts'

/** Farther than any honest wall reaches, near enough for exact canvas arithmetic. */
const FARTHEST = 1e6

/** @returns `undefined` for what is no place on a wall */
export function readPoint(value: unknown): WallPoint | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [x, y] = value as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  // NaN fails this comparison too.
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST ? [x, y] : undefined
}
