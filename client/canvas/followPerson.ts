import type { Box } from '#shared/layout/box.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { cursorIntervalMs, type Presence } from '../session/presence.ts'
import type { Session } from '../session/openSession.ts'
import { follow, useView } from '../state/viewStore.ts'
import { fitted, seenBox, ZOOM } from './camera.ts'
import type { WallScene } from './wallScene.ts'

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * Goes along with what the followed person sees, until this person takes the wall in their own hand or the other one leaves;
 * and tells what is seen here, while somebody follows.
 */
export function followPerson(scene: WallScene, session: Session, host: HTMLElement): () => void {
  const { man } = scene
  let shown: Box | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTold = false

  const show = (box: Box): void => {
    if (box === shown) return
    shown = box
    man.fly(fitted(box, man.size(), NO_INSETS, ZOOM.max))
  }
  const goAlong = (): void => {
    const { following } = useView.getState()
    if (!following) {
      shown = undefined
      return
    }
    const { others, wall } = session.store.getState()
    const theirs = [...others.values()].filter(({ participant }) => participant === following.person)
    if (theirs.length === 0) return follow(undefined)
    const view = theirs.find(({ view }) => view)?.view
    const called = wall.settings.shown
    if (view) show(view)
    else if (!shown && called?.by === following.person && 'place' in called.sight) show(called.sight.place)
  }

  const isFollowed = (): boolean => {
    const { others, wall } = session.store.getState()
    const { shown: called } = wall.settings
    return isFollowedBy(others.values(), session.me?.id) || (called !== undefined && called.by === session.me?.id && 'place' in called.sight)
  }
  const tell = (): void => {
    timer = undefined
    isTold = isFollowed()
    session.setPresence({ view: isTold ? rounded(seenBox(man.camera(), man.size())) : undefined })
  }
  const tellSoon = (): void => {
    if (isTold || isFollowed()) timer ??= setTimeout(tell, cursorIntervalMs(session.store.getState().others.size + 1))
  }
  const tellWhom = (): void => {
    const { following } = useView.getState()
    session.setPresence({ follows: following?.person })
  }

  const abort = new AbortController()
  const letGo = (): void => {
    if (useView.getState().following) follow(undefined)
  }
  for (const type of ['pointerdown', 'wheel', 'keydown'] as const) host.addEventListener(type, letGo, { capture: true, passive: true, signal: abort.signal })
  const stops = [
    man.onMove(tellSoon),
    useView.subscribe((now, before) => {
      if (now.following === before.following) return
      tellWhom()
      goAlong()
    }),
    session.store.subscribe((now, before) => {
      if (now.others === before.others && now.wall.settings === before.wall.settings) return
      goAlong()
      if (isTold !== isFollowed()) tellSoon()
    }),
  ]
  goAlong()
  tellWhom()
  tellSoon()
  return () => {
    abort.abort()
    for (const stop of stops) stop()
    clearTimeout(timer)
    session.setPresence({ view: undefined, follows: undefined })
  }
}

const isFollowedBy = (others: Iterable<Presence>, me: ParticipantId | undefined): boolean => {
  for (const { follows } of others) if (me !== undefined && follows === me) return true
  return false
}

const rounded = ({ x, y, width, height }: Box): Box => ({ x: Math.round(x), y: Math.round(y), width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) })
