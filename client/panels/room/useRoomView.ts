import { useState } from 'react'
import type { RoomView } from '#shared/wall/schema.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { roomViewIn, withRoomView } from './roomAddress.ts'

/** What this screen shows: what its own address says, or else what the facilitator has chosen for all room screens. */
export function useRoomView(): { view: RoomView; show: (view: RoomView) => void } {
  const [own, setOwn] = useState(() => roomViewIn(location.hash))
  const chosen = useSessionState(({ wall }) => wall.settings.room)
  const show = (view: RoomView): void => {
    setOwn(view)
    // In the address, so that it holds when the screen is loaded again; no step to go back to.
    history.replaceState(history.state, '', withRoomView(location.hash, view))
  }
  return { view: own ?? chosen, show }
}
