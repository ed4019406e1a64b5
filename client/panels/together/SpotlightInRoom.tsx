import { useEffect } from 'react'
import { notesOfPair } from '#shared/wall/ids.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { showWholeWall, spotlight } from '../../state/viewStore.ts'

/** The room screen has nobody to ask: it shows the pair that a facilitator shows, and then everything again. */
export function SpotlightInRoom() {
  const sight = useSessionState(({ wall }) => wall.settings.shown?.sight)
  const pair = sight && 'pair' in sight ? sight.pair : undefined
  useEffect(() => {
    const ends = pair && notesOfPair(pair)
    if (!ends) return
    spotlight(ends)
    return () => {
      spotlight(undefined)
      showWholeWall()
    }
  }, [pair])
  return null
}
