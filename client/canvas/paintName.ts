import { textDirection } from '#shared/layout/textDirection.ts'
import type { ScreenPoint } from './camera.ts'
import { fontOf } from './inkMeasure.ts'

const FONT_PX = 12
const HEIGHT = 20

/** A person's name on a small label of their colour. @param context in CSS pixels @param at its top left corner */
export function paintName(context: CanvasRenderingContext2D, name: string, [x, y]: ScreenPoint, colour: string): void {
  context.font = fontOf(FONT_PX, 700)
  context.direction = textDirection(name)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const width = context.measureText(name).width + 14
  context.fillStyle = colour
  context.beginPath()
  context.roundRect(x, y, width, HEIGHT, 5)
  context.fill()
  context.fillStyle = '#ffffff'
  context.fillText(name, x + width / 2, y + HEIGHT - 5.7)
}
