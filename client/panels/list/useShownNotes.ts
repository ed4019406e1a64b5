import { useCallback, useMemo } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { useEdited } from '../../notes/useEdited.ts'
import { useListedNotes } from '../../notes/useListedNotes.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useView } from '../../state/viewStore.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useReading, type SteadyReading } from './useReading.ts'

interface ShownNotes extends SteadyReading {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly loaded: boolean
  /** How many fit what is asked for. */
  readonly found: number
  readonly edited: ReturnType<typeof useEdited>
}

/**
 * The notes that are asked for and what is written in, steady under a reading eye.
 * @param sort brings them in another order than the one that is asked for; `key` tells one from another
 */
export function useShownNotes(sort?: { readonly key: string; readonly inOrder: (ids: readonly NoteId[]) => readonly NoteId[] }): ShownNotes {
  const language = useLanguage()
  const { me } = useSession()
  const { notes, loaded } = useSessionState(({ wall, loaded }) => ({ notes: wall.notes, loaded }))
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const edited = useEdited(notes)
  const wanted = useListedNotes()
  const inOrder = sort?.inOrder
  const sorted = useMemo(() => {
    // What is being written in stays, also when it no longer fits the filter.
    const held = edited.id !== undefined && notes.has(edited.id) && !wanted.includes(edited.id) ? [...wanted, edited.id] : wanted
    return inOrder ? inOrder(held) : held
  }, [inOrder, wanted, notes, edited.id])
  const isOwn = useCallback((id: NoteId) => notes.get(id)?.author === me?.id, [notes, me])
  const reading = useReading(sorted, JSON.stringify([filter, order, language, loaded, sort?.key]), isOwn)
  return { ...reading, notes, loaded, found: wanted.length, edited }
}
