import { useEffect, useMemo } from 'react'
import type { Session } from '../session/openSession.ts'
import { arrangeHere } from '../state/viewStore.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import { freePlacesFor } from './freePlacesFor.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { createPrivateSession } from './privateSession.ts'

/** The wall as this person alone has arranged it; the shared one while there is no such arrangement. */
export function usePrivateSession(shared: Session): Session {
  const language = useLanguage()
  const own = useMemo(() => {
    const sizeOf = createNoteLayouts(language)
    return createPrivateSession(shared, {
      sizeOf,
      sharedPlaces(placed) {
        const notes = placed.map(({ id, kind, text, lang, name, country, writtenBy, places, at }) => ({ id, kind, text, lang, name, country, writtenBy, places, at, author: shared.me?.id ?? ('' as never), createdAt: 0 }))
        return freePlacesFor(notes, shared.store.getState().wall, sizeOf)
      },
    })
  }, [shared, language])
  useEffect(() => own.start(), [own])
  useEffect(() => () => arrangeHere(undefined), [shared])
  return own.session
}
