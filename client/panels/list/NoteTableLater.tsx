import { Suspense } from 'react'
import { later } from '../../ui/later.tsx'
import { NotLoaded } from '../../ui/NotLoaded.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { NoteTableProps } from './NoteTable.tsx'

const NoteTable = later<NoteTableProps>(async () => (await import('./NoteTable.tsx')).NoteTable, NotLoaded)

/** Comes when it is first asked for: the list is enough to begin with. */
export function NoteTableLater(props: NoteTableProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <NoteTable {...props} />
    </Suspense>
  )
}
