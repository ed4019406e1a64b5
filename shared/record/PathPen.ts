import type { PathCommand } from '../pdf/PdfPage.ts'

/** Takes down what draws on a canvas as a path of a page, around a centre. */
export class PathPen {
  readonly #centre: { readonly x: number; readonly y: number }
  #commands: PathCommand[] = []
  #at: readonly [x: number, y: number] = [0, 0]

  constructor(centre: { readonly x: number; readonly y: number }) {
    this.#centre = centre
  }

  /** The path so far; the pen begins anew. */
  take(): readonly PathCommand[] {
    const commands = this.#commands
    this.#commands = []
    return commands
  }

  /** For libraries that draw on a canvas: they use of it what is here, and no more. */
  asCanvas(): CanvasRenderingContext2D {
    // Needed by the client's compiler, which knows a whole canvas; to this folder's the type is empty.
    return this as unknown as CanvasRenderingContext2D
  }

  beginPath(): void {
    this.#commands = []
  }

  moveTo(x: number, y: number): void {
    this.#push('M', [x, y])
  }

  lineTo(x: number, y: number): void {
    this.#push('L', [x, y])
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    const [fromX, fromY] = this.#at
    this.bezierCurveTo(fromX + ((x1 - fromX) * 2) / 3, fromY + ((y1 - fromY) * 2) / 3, x + ((x1 - x) * 2) / 3, y + ((y1 - y) * 2) / 3, x, y)
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const { x: cx, y: cy } = this.#centre
    this.#commands.push(['C', cx + x1, cy + y1, cx + x2, cy + y2, cx + x, cy + y])
    this.#at = [x, y]
  }

  /** In steps of a quarter at most, each a curve as near to the circle as print can show. */
  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise = false): void {
    const whole = 2 * Math.PI
    let sweep = anticlockwise ? -((((start - end) % whole) + whole) % whole) : (((end - start) % whole) + whole) % whole
    if (sweep === 0 && start !== end) sweep = anticlockwise ? -whole : whole
    const from: readonly [number, number] = [x + radius * Math.cos(start), y + radius * Math.sin(start)]
    if (this.#commands.length === 0) this.moveTo(...from)
    else this.lineTo(...from)
    const steps = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2)))
    const step = sweep / steps
    const handle = (4 / 3) * Math.tan(step / 4) * radius
    for (let i = 0; i < steps; i++) {
      const [a, b] = [start + i * step, start + (i + 1) * step]
      const [ax, ay, bx, by] = [x + radius * Math.cos(a), y + radius * Math.sin(a), x + radius * Math.cos(b), y + radius * Math.sin(b)]
      this.bezierCurveTo(ax - handle * Math.sin(a), ay + handle * Math.cos(a), bx + handle * Math.sin(b), by - handle * Math.cos(b), bx, by)
    }
  }

  closePath(): void {
    this.#commands.push(['Z'])
  }

  #push(command: 'M' | 'L', [x, y]: readonly [number, number]): void {
    this.#commands.push([command, this.#centre.x + x, this.#centre.y + y])
    this.#at = [x, y]
  }
}
