import { cursorIntervalMs } from '../session/presence.ts'
import type { Session } from '../session/openSession.ts'
import type { Hand } from './hand.ts'
import type { WallScene } from './wallScene.ts'

/** Tells others what is in hand here, as seldom as a cursor. Where it is let go is for the document to say, so that is told first. */
export function tellDrag(scene: WallScene, session: Session): () => void {
  let lifted: Hand['lifted']
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    session.setPresence({ drag: lifted && lifted.ids.size > 0 ? { ids: [...lifted.ids], by: [Math.round(lifted.by[0]), Math.round(lifted.by[1])] } : undefined })
  }
  const stop = scene.onLift((now) => {
    const hasEnded = lifted !== undefined && now === undefined
    lifted = now
    if (hasEnded) {
      clearTimeout(timer)
      tell()
    } else if (now) timer ??= setTimeout(tell, cursorIntervalMs(session.store.getState().others.size + 1))
  })
  return () => {
    stop()
    clearTimeout(timer)
    session.setPresence({ drag: undefined })
  }
}
