import { countryName } from '#shared/countries/countryName.ts'
import type { Language, Note } from '#shared/wall/schema.ts'
import { noteSieve, type NoteReader } from '../../notes/listNotes.ts'
import type { Session } from '../../session/openSession.ts'
import { isFilterOn } from '../../state/noteFilter.ts'
import { useNoteFacts } from '../../state/noteFacts.ts'
import { useView } from '../../state/viewStore.ts'
import type { WallScene } from '../wallScene.ts'

/** Has the wall look for what this screen's filter asks for. @returns how to stop */
export function siftByFilter(scene: WallScene, session: Session, language: Language): () => void {
  const reader: Omit<NoteReader, 'compareNames'> = { me: session.me?.id, countryName: (code) => countryName(code, language), folded: new WeakMap<Note, string>() }
  const sift = ({ filter, hidesRest }: ReturnType<typeof useView.getState>): void =>
    scene.siftBy(isFilterOn(filter) ? { passes: noteSieve(filter, { ...reader, facts: useNoteFacts.getState() }), hides: hidesRest } : undefined)
  sift(useView.getState())
  const stopFacts = useNoteFacts.subscribe((now, before) => {
    const view = useView.getState()
    const { topic, onlyUnanswered } = view.filter
    if ((topic !== 'all' && now.topics !== before.topics) || (onlyUnanswered && now.unanswered !== before.unanswered)) sift(view)
  })
  const stop = useView.subscribe((now, before) => {
    if (now.filter !== before.filter || now.hidesRest !== before.hidesRest) sift(now)
  })
  return () => {
    stop()
    stopFacts()
    scene.siftBy(undefined)
  }
}
