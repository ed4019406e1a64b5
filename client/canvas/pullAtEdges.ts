import { panned, type ScreenPoint } from './camera.ts'
import type { CameraMan } from './cameraMan.ts'
import { edgePull } from './edgePull.ts'

interface EdgePulling {
  /** Something may be dragged from here. */
  begin(screen: ScreenPoint): void
  /** It is dragged, and here now. */
  follow(pointer: number, screen: ScreenPoint): void
  end(): void
}

/**
 * Moves the wall while something is held at the edge of the canvas, frame by frame.
 * @param onPull the wall has moved under a pointer that stands still
 */
export function pullAtEdges(man: CameraMan, onPull: (pointer: number, screen: ScreenPoint, timeMs: number) => void): EdgePulling {
  let start: ScreenPoint = [0, 0]
  let held: { pointer: number; screen: ScreenPoint } | undefined
  let frame = 0
  let lastMs: number | undefined

  const pull = (timeMs: number): void => {
    frame = 0
    if (!held) return
    const [x, y] = edgePull(held.screen, man.size(), start)
    const elapsed = Math.min(50, timeMs - (lastMs ?? timeMs))
    lastMs = timeMs
    if (x === 0 && y === 0) {
      lastMs = undefined
      return
    }
    man.cut(panned(man.camera(), -x * elapsed, -y * elapsed))
    onPull(held.pointer, held.screen, timeMs)
    frame ||= requestAnimationFrame(pull)
  }
  return {
    begin(screen) {
      start = screen
    },
    follow(pointer, screen) {
      held = { pointer, screen }
      frame ||= requestAnimationFrame(pull)
    },
    end() {
      held = undefined
      lastMs = undefined
      cancelAnimationFrame(frame)
      frame = 0
    },
  }
}
