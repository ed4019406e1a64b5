import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { deleteNotes } from '../state/deleteNotes.ts'
import { pasteText, selectNotes, useView } from '../state/viewStore.ts'
import { CLIP_TYPE, plainText, readClip, writeClip } from './clipText.ts'
import { pieceOf } from './duplicateNotes.ts'
import { hangNotes, MOST_AT_ONCE } from './hangNotes.ts'
import { isMeantElsewhere } from './listenToKeys.ts'
import { mayMove } from './mayMove.ts'
import type { WallScene } from './wallScene.ts'

interface ClipboardOptions {
  readonly mayWrite: boolean
  /** Where what is pasted comes to hang: under the pointer, or in the middle. */
  readonly place: () => WallPoint
  /** So many notes lie in the clipboard now; `undefined`: there were too many. */
  readonly onCopy: (count: number | undefined) => void
}

/**
 * Copies, cuts and pastes notes by the browser's own clipboard, with its keys and its menu. A text from elsewhere is looked
 * at first. What is marked on the page, or goes on in a field or a dialog, is left to the browser.
 * @returns how to stop listening
 */
export function listenToClipboard(scene: WallScene, session: Session, { mayWrite, place, onCopy }: ClipboardOptions): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const isOurs = (event: ClipboardEvent): boolean =>
    !event.defaultPrevented && !isMeantElsewhere(document.activeElement) && getSelection()?.isCollapsed !== false

  const take = (event: ClipboardEvent): readonly NoteId[] => {
    const { selection } = useView.getState()
    if (!isOurs(event) || selection.size === 0) return []
    const hung = [...selection].flatMap((id) => scene.index.get(id) ?? [])
    event.preventDefault()
    if (hung.length > MOST_AT_ONCE) {
      onCopy(undefined)
      return []
    }
    // Anybody may quote anybody; only what is one's own can be hung up a second time as a note.
    const own = hung.filter(({ note }) => mayMove(session, note.id))
    event.clipboardData?.setData('text/plain', plainText(hung.map(pieceOf)))
    if (own.length > 0) event.clipboardData?.setData(CLIP_TYPE, writeClip(own.map(pieceOf)))
    return hung.map(({ note }) => note.id)
  }
  document.addEventListener('copy', (event) => {
    const taken = take(event)
    if (taken.length > 0) onCopy(taken.length)
  }, { signal })
  document.addEventListener('cut', (event) => {
    const taken = take(event)
    if (mayWrite) deleteNotes(session, taken.filter((id) => mayMove(session, id)))
  }, { signal })
  document.addEventListener('paste', (event) => {
    if (!mayWrite || !isOurs(event)) return
    const pieces = readClip(event.clipboardData?.getData(CLIP_TYPE) ?? '')
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!pieces && !text.trim()) return
    event.preventDefault()
    if (!pieces) return pasteText({ text, near: place() })
    const notes = hangNotes(session, pieces, place(), scene.index.get)
    selectNotes(notes)
    scene.seek(notes)
  }, { signal })
  return () => abort.abort()
}
