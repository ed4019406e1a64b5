import type { Edit } from '#shared/wall/edit.ts'
import { newId, type SectionId } from '#shared/wall/ids.ts'
import type { Session } from '../../session/openSession.ts'
import { arrangeHere, type PrivateArrangement } from '../../state/viewStore.ts'

/**
 * Makes a private arrangement that of the wall, as one step which undo takes back as a whole: every note goes to its place,
 * and its groups take the place of the sections that were there.
 * @param shared the wall itself, not the private one
 * @returns `false`, and nothing done, for somebody who may not move others' notes
 */
export function applyArrangement(shared: Session, { places, sections }: PrivateArrangement): boolean {
  const { wall } = shared.store.getState()
  const moves = [...places].flatMap(([id, to]): Edit[] => {
    const at = wall.notes.get(id)?.at
    return at && (at[0] !== to[0] || at[1] !== to[1]) ? [{ type: 'moveNote', id, to: [Math.round(to[0]), Math.round(to[1])] }] : []
  })
  const gone = [...wall.sections.keys()].map((id): Edit => ({ type: 'removeSection', id }))
  const made = [...sections.values()].map(({ title, box }): Edit => ({ type: 'setSection', id: newId<SectionId>((count) => crypto.getRandomValues(new Uint8Array(count))), title, box }))
  if (!shared.commit([...moves, ...gone, ...made])) return false
  arrangeHere(undefined)
  return true
}
