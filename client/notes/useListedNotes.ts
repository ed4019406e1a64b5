import { useCallback, useMemo } from 'react'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { useOfWall } from '../session/useOfWall.ts'
import { useNoteFacts } from '../state/noteFacts.ts'
import { useView } from '../state/viewStore.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import { listNotes, type NoteReader } from './listNotes.ts'

/** The notes that this screen asks for, in the order it asks for. */
export function useListedNotes(): readonly NoteId[] {
  const reader = useNoteReader()
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const topics = useNoteFacts((facts) => (filter.topic === 'all' ? undefined : facts.topics))
  const unanswered = useNoteFacts((facts) => (filter.onlyUnanswered ? facts.unanswered : undefined))
  return useOfWall(
    useCallback(({ notes }) => listNotes(notes.values(), filter, order, { ...reader, facts: { topics, unanswered } }), [filter, order, reader, topics, unanswered]),
  )
}

/** Who looks for notes here, and in which language; remembers what was searched through. */
function useNoteReader(): NoteReader {
  const language = useLanguage()
  const { me } = useSession()
  return useMemo(
    () => ({ me: me?.id, countryName: (code) => countryName(code, language), compareNames: new Intl.Collator(language).compare, folded: new WeakMap<Note, string>() }),
    [language, me],
  )
}
