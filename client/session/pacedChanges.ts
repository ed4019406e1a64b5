import type { StoreApi } from 'zustand/vanilla'
import type { SessionState } from './openSession.ts'

/** What others do is drawn beside the wall at most this often: a full room writes faster than anybody reads. */
const REST_MS = 100

/**
 * Tells of changes at the pace at which they are drawn beside the wall: of everything at once, but of what others do in a turn of its
 * own, together with what comes until then. The wall itself, which is one picture, does not wait for it.
 * @returns how to listen, as a store's own `subscribe`
 */
export function pacedChanges(store: StoreApi<SessionState>): (listener: () => void) => () => void {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAt = -Infinity
  let stop: (() => void) | undefined

  const tell = (): void => {
    clearTimeout(timer)
    timer = undefined
    toldAt = performance.now()
    for (const listener of [...listeners]) listener()
  }
  const hear = (now: SessionState, before: SessionState): void => {
    if (isOfOthers(now, before)) timer ??= setTimeout(tell, Math.max(0, toldAt + REST_MS - performance.now()))
    else tell()
  }
  return (listener) => {
    stop ??= store.subscribe(hear)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearTimeout(timer)
      timer = undefined
      stop?.()
      stop = undefined
    }
  }
}

/** Nothing else has changed than what others did on the wall, or where they are on it. */
function isOfOthers(now: SessionState, before: SessionState): boolean {
  if (now.wall !== before.wall && now.isOwnChange) return false
  return (Object.keys(now) as (keyof SessionState)[]).every((key) => key === 'wall' || key === 'others' || key === 'isOwnChange' || now[key] === before[key])
}
