import { cursorIntervalMs } from './presence.ts'
import type { Session } from './openSession.ts'

/**
 * Tells others where the caret stands in a note that is being written, seldom enough for a full room.
 * @returns how to stop
 */
export function tellCaret(area: HTMLTextAreaElement, session: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: number | undefined
  const send = (): void => {
    timer = undefined
    if (area.selectionEnd === told) return
    told = area.selectionEnd
    session.setPresence({ caret: told })
  }
  const moved = (): void => {
    timer ??= setTimeout(send, cursorIntervalMs(session.store.getState().others.size + 1))
  }
  document.addEventListener('selectionchange', moved)
  area.addEventListener('input', moved)
  moved()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('selectionchange', moved)
    area.removeEventListener('input', moved)
    session.setPresence({ caret: undefined })
  }
}
