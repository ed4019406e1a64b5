import type { WallPoint } from '#shared/wall/schema.ts'

/** Share of the way to its new place that something of others goes in 16 ms: places arrive only a few times a second. */
const PACE = 0.22
const ARRIVED = 0.5

/** Where something is on its way after this time. @returns `goal` itself once it is there */
export function glided(from: WallPoint, goal: WallPoint, elapsedMs: number): WallPoint {
  const [dx, dy] = [goal[0] - from[0], goal[1] - from[1]]
  if (Math.hypot(dx, dy) < ARRIVED) return goal
  const share = 1 - (1 - PACE) ** (Math.min(elapsedMs, 100) / 16)
  return [from[0] + dx * share, from[1] + dy * share]
}
