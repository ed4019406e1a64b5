/** What page/watchFrames.js puts into a page. All times in ms since the page began. */
interface FrameWatch {
  /** When a canvas was last painted on; 0 before. */
  readonly paintedAt: number
  /** Resolves once no canvas was painted on for so long; with the end of the last frame that did. */
  untilStill(stillMs: number): Promise<number>
  begin(): void
  /** Ends what began: beginnings of frames, and for each input the time from its own stamp to the end of the frame after it, and how long it took. */
  end(): Promise<{ frames: number[]; latencies: number[]; ms: number }>
  /** From the stamp of the next pointer move to the end of the first frame after which the canvases look different around a point of the page. */
  nextMove(at: readonly [x: number, y: number]): Promise<number>
}

declare global {
  interface Window {
    readonly frameWatch: FrameWatch
  }
}

export const FRAME_WATCH = new URL('page/watchFrames.js', import.meta.url)
