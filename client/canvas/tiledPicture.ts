import type { Box } from '#shared/layout/box.ts'
import { cellsOf, createTileSheet, damagedRegions, TILE_PX, type Region, type Tile, type TileSheet } from './tileSheet.ts'

/** Paints a region of the wall in full. @param context clipped to the region, in device pixels @param scale device pixels a wall unit */
export type PaintRegion = (context: CanvasRenderingContext2D, region: Region, scale: number) => void

export interface PictureOptions {
  readonly paint: PaintRegion
  /** Paints a region so fast that it can be done in every frame: where no tile is yet. */
  readonly paintPlainly: PaintRegion
  readonly isOpaque: boolean
  /**
   * Milliseconds of painting tiles in one frame; one tile always is painted, or slow machines would never end. Only while the zoom
   * changes, and one tile takes longer than that, none is: it would soon be in vain, and what is stretched follows the fingers.
   */
  readonly budgetMs: number
  /** The same for the first frames, in which nothing is seen yet that could move. */
  readonly firstMs: number
}

/** What part of the wall the context shows: device pixels of the wall's origin, whole ones, and device pixels a wall unit. */
export interface View {
  readonly originX: number
  readonly originY: number
  readonly scale: number
}

export interface TiledPicture {
  /**
   * Covers the whole context. What was not painted at this scale yet is shown as it was painted at another one: while the
   * zoom changes everything stays to be seen, and sharpens afterwards.
   * @param isZooming the scale is about to be another one: painting at this very one would be in vain
   * @param begunAt when this frame's work began, by the page's clock: what was done in it before has had its share of the time
   * @returns whether all of it is sharp and up to date; else it wants to be called again in the next frame
   */
  draw(context: CanvasRenderingContext2D, view: View, isZooming: boolean, begunAt?: number): boolean
  /**
   * Paints one more tile just outside of the view that was drawn last.
   * @param isCalm nothing has moved for a while; before that nothing is painted that takes longer than its share of a frame
   * @returns whether there was one to paint
   */
  paintAhead(isCalm: boolean): boolean
  /** Something looks different in a box of the wall: it is painted anew within the next frames. */
  damage(box: Box): void
  /** Everything looks different. */
  damageAll(): void
  clear(): void
}

/** A sheet is stretched so far before one at another scale is begun, though the zoom still changes. */
const MOST_STRETCH = 2
/** Frames farther apart than this do not keep up with the fingers, in ms; so many of them in one zoom, and it is drawn more coarsely. */
const SLOW_FRAME_MS = 24
const MOST_SLOW_FRAMES = 2
/** With more tiles in view than this (far zoomed out of a sheet), single holes are not looked for. */
const MOST_CELLS = 600

/** The wall as painted squares, as map viewers keep it: moving it copies pixels, whatever hangs there; zooming stretches them. */
export function createTiledPicture({ paint, paintPlainly, isOpaque, budgetMs, firstMs }: PictureOptions): TiledPicture {
  const spare: Tile[] = []
  /** The sheet in work, and the last one that was whole: it shows through where the other has no tiles yet. */
  let current: TileSheet | undefined
  let whole: TileSheet | undefined
  let isWhole = false
  let lastView: (View & { readonly width: number; readonly height: number }) | undefined
  let deadline = 0
  let painted = 0
  /** What painting one tile took, the last time. */
  let tileMs = 0
  let mayPaint = true
  let zoomedAt: number | undefined
  let slowFrames = 0

  const begin = (scale: number): TileSheet => {
    if (isWhole) {
      whole?.clear()
      whole = current
    } else current?.clear()
    isWhole = false
    return createTileSheet(scale, isOpaque, spare)
  }
  /** Where the browser draws without a graphics card, smoothing what is stretched takes half of a frame. */
  const isTooSlow = (now: number, isZooming: boolean): boolean => {
    if (!isZooming) slowFrames = 0
    else if (zoomedAt !== undefined && now - zoomedAt > SLOW_FRAME_MS) slowFrames++
    zoomedAt = isZooming ? now : undefined
    return slowFrames >= MOST_SLOW_FRAMES
  }
  const hasTime = (): boolean => mayPaint && (painted === 0 || performance.now() < deadline)

  function repair(sheet: TileSheet, tile: Tile, column: number, row: number): void {
    painted++
    const start = performance.now()
    const isAll = tile.damage === 'all'
    for (const region of damagedRegions(tile, column, row)) clipped(tile.context, region, () => {
      if (!isOpaque) tile.context.clearRect(region.left, region.top, region.width, region.height)
      paint(tile.context, region, sheet.scale)
    })
    tile.damage = []
    if (isAll) tileMs = performance.now() - start
  }

  /**
   * Draws a sheet into a rectangle of the context.
   * @param fill covers what the sheet has no tiles for
   * @returns whether all was there
   */
  function drawSheet(context: CanvasRenderingContext2D, sheet: TileSheet, view: View, rectangle: Rectangle, mayAdd: boolean, fill: (hole: Rectangle) => void): boolean {
    const stretch = view.scale / sheet.scale
    const columns = cellsOf((rectangle.left - view.originX) / stretch, rectangle.width / stretch)
    const rows = cellsOf((rectangle.top - view.originY) / stretch, rectangle.height / stretch)
    const isFar = columns.length * rows.length > MOST_CELLS
    if (isFar) fill(rectangle)
    // Whole pixels, shared by neighbours: else a stretched wall would have seams.
    const x = (column: number): number => Math.round(column * TILE_PX * stretch) + view.originX
    const y = (row: number): number => Math.round(row * TILE_PX * stretch) + view.originY
    let isComplete = true
    for (const row of rows) {
      let holeFrom: number | undefined
      const closeHole = (end: number): void => {
        if (holeFrom !== undefined && !isFar) fill(common(rectangle, { left: holeFrom, top: y(row), width: end - holeFrom, height: y(row + 1) - y(row) }))
        holeFrom = undefined
      }
      for (const column of columns) {
        let tile = sheet.get(column, row)
        const isNew = !tile && mayAdd && !isFar && hasTime()
        if (isNew) tile = sheet.add(column, row)
        // A new one is painted though the time be over by now: it may still show what it showed elsewhere.
        if (tile && tile.damage.length > 0) {
          if (isNew || hasTime()) repair(sheet, tile, column, row)
          else isComplete = false
        }
        if (tile) {
          closeHole(x(column))
          context.drawImage(tile.canvas, x(column), y(row), x(column + 1) - x(column), y(row + 1) - y(row))
        } else {
          isComplete = false
          holeFrom ??= x(column)
        }
      }
      closeHole(x((columns.at(-1) ?? 0) + 1))
    }
    if (mayAdd) sheet.trim(Math.max(96, 2 * columns.length * rows.length))
    return isComplete
  }

  return {
    draw(context, view, isZooming, begunAt = performance.now()) {
      const { width, height } = context.canvas
      const now = performance.now()
      context.imageSmoothingEnabled = !isTooSlow(now, isZooming)
      deadline = begunAt + (isZooming ? 0 : isWhole || whole ? budgetMs : firstMs)
      painted = 0
      mayPaint = !isZooming || tileMs < budgetMs
      lastView = { ...view, width, height }
      const stretch = current ? view.scale / current.scale : Infinity
      const isFar = stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH
      if (!current || (isZooming ? isFar && isWhole : stretch !== 1)) current = begin(view.scale)
      const sheet = current
      const plainly = (hole: Rectangle): void => {
        const region = { ...hole, originX: view.originX, originY: view.originY }
        clipped(context, region, () => paintPlainly(context, region, view.scale))
      }
      const older = whole
      const fill = (hole: Rectangle): void => {
        if (!older) return plainly(hole)
        clipped(context, hole, () => void drawSheet(context, older, view, hole, false, plainly))
      }
      const isComplete = drawSheet(context, sheet, view, { left: 0, top: 0, width, height }, true, fill)
      if (isComplete) isWhole = true
      if (isComplete && sheet.scale === view.scale) {
        whole?.clear()
        whole = undefined
      }
      return isComplete && sheet.scale === view.scale
    },
    paintAhead(isCalm) {
      if (!current || !lastView || current.scale !== lastView.scale) return false
      if (!isCalm && tileMs >= budgetMs) return true
      const { originX, originY, width, height } = lastView
      for (const row of cellsOf(-originY - TILE_PX, height + 2 * TILE_PX)) {
        for (const column of cellsOf(-originX - TILE_PX, width + 2 * TILE_PX)) {
          if (current.get(column, row)) continue
          repair(current, current.add(column, row), column, row)
          return true
        }
      }
      return false
    },
    damage(box) {
      current?.damage(box)
      whole?.damage(box)
    },
    damageAll() {
      current?.damageAll()
      whole?.damageAll()
    },
    clear() {
      current?.clear()
      whole?.clear()
      current = undefined
      whole = undefined
      isWhole = false
    },
  }
}

type Rectangle = Pick<Region, 'left' | 'top' | 'width' | 'height'>

function common(a: Rectangle, b: Rectangle): Rectangle {
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  return { left, top, width: Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left), height: Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top) }
}

function clipped(context: CanvasRenderingContext2D, { left, top, width, height }: Rectangle, paint: () => void): void {
  if (width <= 0 || height <= 0) return
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  paint()
  context.restore()
}
