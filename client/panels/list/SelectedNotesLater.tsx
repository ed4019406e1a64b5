import { Suspense } from 'react'
import { later } from '../../ui/later.tsx'
import { NotLoaded } from '../../ui/NotLoaded.tsx'
import type { SelectedNotesProps } from './SelectedNotes.tsx'

const SelectedNotes = later<SelectedNotesProps>(async () => (await import('./SelectedNotes.tsx')).SelectedNotes, NotLoaded)

/** Comes with what the canvas needs, and so not with the list. */
export function SelectedNotesLater(props: SelectedNotesProps) {
  return (
    <Suspense>
      <SelectedNotes {...props} />
    </Suspense>
  )
}
