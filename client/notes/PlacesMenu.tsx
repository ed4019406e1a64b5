import type { ReactNode } from 'react'
import type { Note } from '#shared/wall/schema.ts'
import { later } from '../ui/later.tsx'
import { NotLoadedDialog } from '../ui/NotLoaded.tsx'
import { Opener } from '../ui/Opener.tsx'

const PlacesChoice = later(async () => (await import('./PlacesChoice.tsx')).PlacesChoice, NotLoadedDialog)

/**
 * Says for how many countries an offer that is on the wall has places, or no longer says it.
 * @param props.trigger the button that opens the choices
 */
export function PlacesMenu({ note, trigger }: { note: Note; trigger: ReactNode }) {
  return (
    <Opener opens="menu" button={trigger}>
      {(opened) => <PlacesChoice note={note} {...opened} />}
    </Opener>
  )
}
