export interface FrameLoop {
  /** Asks for a frame, unless one is coming already. */
  invalidate(): void
  readonly stop: () => void
}

/**
 * Draws once a frame while there is something to draw, and sleeps otherwise.
 * @param draw gets the frame's time in milliseconds; gives back whether the next frame is needed too
 */
export function createFrameLoop(draw: (timeMs: number) => boolean): FrameLoop {
  let frame = 0
  const run = (timeMs: number): void => {
    frame = 0
    if (draw(timeMs)) invalidate()
  }
  const invalidate = (): void => {
    if (frame === 0) frame = requestAnimationFrame(run)
  }
  return { invalidate, stop: () => cancelAnimationFrame(frame) }
}
