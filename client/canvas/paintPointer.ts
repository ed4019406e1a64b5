import type { ScreenPoint } from './camera.ts'
import type { CursorShape } from './cursorColour.ts'

/** Outlines from the tip, which is the place pointed at, in CSS pixels. */
const OUTLINES: Readonly<Record<CursorShape, readonly ScreenPoint[]>> = {
  arrow: [[0, 0], [5, 16], [8.5, 9.5], [15.5, 7]],
  drop: [[0, 0], [2, 12], [6, 16], [12, 16], [16, 12], [16, 6], [12, 2]],
  kite: [[0, 0], [3, 10], [15, 15], [10, 3]],
  hand: [[0, 0], [3, 16], [7, 12], [12, 17], [17, 12], [12, 7], [16, 3]],
}

/** Somebody's pointer, its tip at the place. @param context in CSS pixels */
export function paintPointer(context: CanvasRenderingContext2D, [x, y]: ScreenPoint, shape: CursorShape, colour: string): void {
  const pointer = new Path2D()
  for (const [dx, dy] of OUTLINES[shape]) pointer.lineTo(x + dx, y + dy)
  pointer.closePath()
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = '#ffffff'
  context.stroke(pointer)
  context.fillStyle = colour
  context.fill(pointer)
}

const LASER = '#e3003c'

/** The facilitator's laser: a point with a glow, that is seen from the back of a room. @param context in CSS pixels */
export function paintLaser(context: CanvasRenderingContext2D, [x, y]: ScreenPoint, size: number): void {
  for (const [radius, alpha] of [[size * 2.2, 0.14], [size * 1.5, 0.28], [size, 1]] as const) {
    context.globalAlpha = alpha
    context.fillStyle = LASER
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fill()
  }
  context.globalAlpha = 1
  context.lineWidth = 2
  context.strokeStyle = '#ffffff'
  context.stroke()
}
