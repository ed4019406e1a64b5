import type { Box } from '#shared/layout/box.ts'

/** Side of a tile, in device pixels. */
export const TILE_PX = 256

/** More damage than this in one tile, and painting all of it costs less. */
const MOST_PATCHES = 24

/** A rectangle of a context, in its device pixels, and where the wall's origin lies in it. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly originX: number
  readonly originY: number
}

export interface Tile {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
  /** What of it no longer looks like this, in its own pixels. */
  damage: Box[] | 'all'
}

/** The wall at one scale, as squares of pixels: those that were painted so far. */
export interface TileSheet {
  /** Device pixels a wall unit. */
  readonly scale: number
  get(column: number, row: number): Tile | undefined
  /** @returns a tile with nothing on it yet */
  add(column: number, row: number): Tile
  /** Keeps this many tiles, the ones used last. */
  trim(most: number): void
  /** Something looks different in a box of the wall. */
  damage(box: Box): void
  damageAll(): void
  /** Gives its tiles back to be used again. */
  clear(): void
}

/** @param spare tiles that are in no sheet; they go from one sheet to the next */
export function createTileSheet(scale: number, isOpaque: boolean, spare: Tile[]): TileSheet {
  // The first key is the one that has been out of use for longest.
  const tiles = new Map<string, Tile>()
  return {
    scale,
    get(column, row) {
      const key = `${column},${row}`
      const tile = tiles.get(key)
      if (!tile) return undefined
      tiles.delete(key)
      tiles.set(key, tile)
      return tile
    },
    add(column, row) {
      const tile = spare.pop() ?? newTile(isOpaque)
      tile.damage = 'all'
      tiles.set(`${column},${row}`, tile)
      return tile
    },
    trim(most) {
      for (const [key, tile] of tiles) {
        if (tiles.size <= most) return
        tiles.delete(key)
        spare.push(tile)
      }
    },
    damage({ x, y, width, height }) {
      const left = Math.floor(x * scale)
      const top = Math.floor(y * scale)
      const box = { width: Math.ceil(width * scale) + 2, height: Math.ceil(height * scale) + 2 }
      const rows = cellsOf(top, box.height)
      for (const column of cellsOf(left, box.width)) {
        for (const row of rows) {
          const tile = tiles.get(`${column},${row}`)
          if (!tile || tile.damage === 'all') continue
          if (tile.damage.length === MOST_PATCHES) tile.damage = 'all'
          else tile.damage.push({ x: left - column * TILE_PX, y: top - row * TILE_PX, ...box })
        }
      }
    },
    damageAll() {
      for (const tile of tiles.values()) tile.damage = 'all'
    },
    clear() {
      spare.push(...tiles.values())
      tiles.clear()
    },
  }
}

/** Numbers of the tiles that a stretch of device pixels touches. */
export function cellsOf(from: number, length: number): readonly number[] {
  const first = Math.floor(from / TILE_PX)
  const last = Math.ceil((from + length) / TILE_PX) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

/** The regions of a tile that have to be painted anew, inside of it. */
export function damagedRegions({ damage }: Tile, column: number, row: number): readonly Region[] {
  const origin = { originX: -column * TILE_PX, originY: -row * TILE_PX }
  const boxes = damage === 'all' ? [{ x: 0, y: 0, width: TILE_PX, height: TILE_PX }] : damage
  return boxes.map(({ x, y, width, height }) => {
    const [left, top] = [Math.max(0, x), Math.max(0, y)]
    return { left, top, width: Math.min(TILE_PX, x + width) - left, height: Math.min(TILE_PX, y + height) - top, ...origin }
  })
}

function newTile(isOpaque: boolean): Tile {
  const canvas = document.createElement('canvas')
  canvas.width = TILE_PX
  canvas.height = TILE_PX
  const context = canvas.getContext('2d', { alpha: !isOpaque })
  if (!context) throw new Error('This browser draws no canvas.')
  context.textRendering = 'geometricPrecision'
  return { canvas, context, damage: 'all' }
}
