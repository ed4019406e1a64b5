import { onTheWall, readPoint } from './readPoint.ts'
import type { WallBox } from './schema.ts'

/** A box as it stands in the document: one value, since its sides change together. */
export type BoxValue = readonly [x: number, y: number, width: number, height: number]

export const boxValue = ({ x, y, width, height }: WallBox): BoxValue => [...onTheWall([x, y]), width, height]

/** @returns `undefined` for what is no box on a wall, or has a side shorter than `least` or longer than `most` wall units */
export function parseBox(value: unknown, { least, most }: { readonly least: number; readonly most: number }): WallBox | undefined {
  if (!Array.isArray(value) || value.length !== 4) return undefined
  const [x, y, width, height] = value as unknown[]
  const corner = readPoint([x, y])
  const isSide = (side: unknown): side is number => typeof side === 'number' && side >= least && side <= most
  return corner && isSide(width) && isSide(height) ? { x: corner[0], y: corner[1], width, height } : undefined
}
