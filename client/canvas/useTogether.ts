import { useEffect, type RefObject } from 'react'
import { useSession } from '../session/SessionContext.tsx'
import { followPerson } from './followPerson.ts'
import { tellDrag } from './tellDrag.ts'
import type { WallScene } from './wallScene.ts'

/** Tells others what is carried and seen here, and goes along with whom this person follows. */
export function useTogether(scene: WallScene | undefined, host: RefObject<HTMLElement | null>, isScreen: boolean): void {
  const session = useSession()
  useEffect(() => {
    if (!scene || !host.current || isScreen) return
    const stops = [tellDrag(scene, session), followPerson(scene, session, host.current)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [scene, session, host, isScreen])
}
