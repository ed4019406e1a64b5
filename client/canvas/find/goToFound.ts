import type { NoteId } from '#shared/wall/ids.ts'
import { pickNote, useView } from '../../state/viewStore.ts'
import type { HungNote } from '../noteIndex.ts'
import type { WallScene } from '../wallScene.ts'
import { readingOrder } from './readingOrder.ts'

/** What is looked for, as it is read on the wall. */
function found({ index, sift, isMirrored }: WallScene): readonly HungNote[] {
  return readingOrder(index.all().filter(({ note }) => sift.isFound(note.id)), isMirrored)
}

/** Where among what was found the one selected note stands, from 1. */
export function placeFound(scene: WallScene, selected: NoteId | undefined): number | undefined {
  if (!scene.sift.isOn() || selected === undefined) return undefined
  const at = found(scene).findIndex(({ note }) => note.id === selected)
  return at < 0 ? undefined : at + 1
}

/**
 * Selects the next note that was found, or the one before, and brings it into view; after the last comes the first.
 * @returns whether there was one to go to
 */
export function goToFound(scene: WallScene, by: 1 | -1): boolean {
  if (!scene.sift.isOn()) return false
  const hits = found(scene)
  const [selected, ...more] = useView.getState().selection
  const at = more.length > 0 ? -1 : hits.findIndex(({ note }) => note.id === selected)
  const next = hits[at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length]
  if (next) pickNote(next.note.id)
  return next !== undefined
}
