import type { Edit } from '#shared/wall/edit.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { placeAfter, rebaseSplice, spliceBetween, type Splice } from '#shared/wall/textSplice.ts'
import type { Session } from './openSession.ts'

interface BoundText {
  /** The text as it stands in the wall; `undefined` when it is gone: what is in the area then stays there. */
  readonly stored: (wall: Wall) => string | undefined
  readonly edit: (splice: Splice) => Edit
}

/**
 * Ties a text area to a text of the wall. What is typed goes out letter by letter; what others type comes in around the
 * caret, which stays at its letters. While a word is being composed (Chinese, Arabic with a helper, dictation) nothing goes
 * out or comes in: changing the text would break the composition off.
 * @returns how to let go of it
 */
export function bindText(area: HTMLTextAreaElement, session: Session, { stored, edit }: BoundText): () => void {
  const now = (): string | undefined => stored(session.store.getState().wall)
  /** The text that both the area and the document had last. */
  let common = now() ?? ''
  let isComposing = false
  area.value = common

  function takeIn(): void {
    const next = now()
    if (isComposing || next === undefined) return
    common = next
    const splice = spliceBetween(area.value, next)
    if (!splice) return
    const { selectionStart, selectionEnd, selectionDirection } = area
    area.value = next
    // Setting a selection would draw the focus to a field that does not have it, in some browsers.
    if (document.activeElement === area) {
      area.setSelectionRange(placeAfter(selectionStart, splice), placeAfter(selectionEnd, splice), selectionDirection)
    }
  }
  function sendOut(): void {
    const theirs = now()
    if (isComposing || theirs === undefined) return
    const splice = spliceBetween(common, area.value, area.selectionEnd)
    // What the wall no longer allows is taken out of the area again.
    if (splice) session.commit([edit(rebaseSplice(splice, spliceBetween(common, theirs)))])
    takeIn()
  }
  const startComposing = (): void => {
    isComposing = true
  }
  const endComposing = (): void => {
    isComposing = false
    sendOut()
  }

  area.addEventListener('input', sendOut)
  area.addEventListener('compositionstart', startComposing)
  area.addEventListener('compositionend', endComposing)
  const unsubscribe = session.store.subscribe((state, before) => {
    if (state.wall !== before.wall) takeIn()
  })
  return () => {
    if (isComposing) endComposing()
    unsubscribe()
    area.removeEventListener('input', sendOut)
    area.removeEventListener('compositionstart', startComposing)
    area.removeEventListener('compositionend', endComposing)
  }
}
