import type { Box } from '#shared/layout/box.ts'

/** Side of a tile, in device pixels. */
const TILE_PX = 512

interface Tile {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

/** A rectangle of a context, in its device pixels, and where the wall's origin lies in it. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly originX: number
  readonly originY: number
}

export type PaintRegion = (context: CanvasRenderingContext2D, region: Region) => void

export interface Tiles {
  /**
   * Covers the whole context with tiles.
   * @param originX @param originY whole device pixel of the wall's origin
   * @param stand paints where a tile is still missing
   * @returns whether all tiles are there; else it wants to be called again in the next frame
   */
  draw(context: CanvasRenderingContext2D, originX: number, originY: number, stand: PaintRegion): boolean
  /** Paints a box of the wall anew in the tiles it lies on; in device pixels from the wall's origin. */
  patch(box: Box): void
  /** Forgets all tiles: the zoom, the type or the colours are other ones now. */
  drop(): void
}

/**
 * The wall as painted squares, as map viewers keep it: moving it copies pixels, whatever hangs there.
 * @param paint paints one region of the wall, opaque
 * @param budgetMs after which no further tile is painted in a frame; one always is, or slow machines would never end
 */
export function createTiles(paint: PaintRegion, budgetMs: number): Tiles {
  // The first key is the one that has been out of use for longest.
  const tiles = new Map<string, Tile>()
  const spare: Tile[] = []

  const keep = (key: string, tile: Tile, most: number): void => {
    tiles.delete(key)
    tiles.set(key, tile)
    for (const [oldest, unused] of tiles) {
      if (tiles.size <= most) return
      tiles.delete(oldest)
      spare.push(unused)
    }
  }

  return {
    draw(context, originX, originY, stand) {
      const { width, height } = context.canvas
      const columns = range(-originX, width)
      const rows = range(-originY, height)
      const most = Math.max(64, Math.ceil(1.5 * columns.length * rows.length))
      const end = performance.now() + budgetMs
      let painted = 0
      let complete = true
      for (const row of rows) {
        for (const column of columns) {
          const key = `${column},${row}`
          const left = column * TILE_PX + originX
          const top = row * TILE_PX + originY
          let tile = tiles.get(key)
          if (!tile && (painted === 0 || performance.now() < end)) {
            tile = spare.pop() ?? newTile()
            painted++
            paint(tile.context, whole(-column * TILE_PX, -row * TILE_PX))
          }
          if (tile) {
            keep(key, tile, most)
            context.drawImage(tile.canvas, left, top)
          } else {
            complete = false
            stand(context, { left, top, width: TILE_PX, height: TILE_PX, originX, originY })
          }
        }
      }
      return complete
    },
    patch({ x, y, width, height }) {
      const left = Math.floor(x)
      const top = Math.floor(y)
      for (const row of range(top, height + 2)) {
        for (const column of range(left, width + 2)) {
          const tile = tiles.get(`${column},${row}`)
          if (!tile) continue
          const region = within({
            left: left - column * TILE_PX,
            top: top - row * TILE_PX,
            width: Math.ceil(width) + 2,
            height: Math.ceil(height) + 2,
            originX: -column * TILE_PX,
            originY: -row * TILE_PX,
          })
          paint(tile.context, region)
        }
      }
    },
    drop() {
      spare.push(...tiles.values())
      tiles.clear()
    },
  }
}

/** Numbers of the tiles that a stretch of device pixels touches. */
function range(from: number, length: number): readonly number[] {
  const first = Math.floor(from / TILE_PX)
  const last = Math.ceil((from + length) / TILE_PX) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

const whole = (originX: number, originY: number): Region => ({ left: 0, top: 0, width: TILE_PX, height: TILE_PX, originX, originY })

function within({ left, top, width, height, originX, originY }: Region): Region {
  const right = Math.min(TILE_PX, left + width)
  const bottom = Math.min(TILE_PX, top + height)
  const inner = { left: Math.max(0, left), top: Math.max(0, top) }
  return { ...inner, width: right - inner.left, height: bottom - inner.top, originX, originY }
}

function newTile(): Tile {
  const canvas = document.createElement('canvas')
  canvas.width = TILE_PX
  canvas.height = TILE_PX
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser draws no canvas.')
  context.textRendering = 'geometricPrecision'
  return { canvas, context }
}
