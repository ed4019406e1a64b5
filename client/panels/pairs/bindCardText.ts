import type { PairId } from '#shared/wall/ids.ts'
import type { CardText } from '#shared/wall/schema.ts'
import { placeAfter, rebaseSplice, spliceBetween } from '#shared/wall/textSplice.ts'
import type { Session } from '../../session/openSession.ts'

/**
 * Ties a text area to one text of a card. What is typed goes out letter by letter; what the other side types comes in
 * around the caret, which stays at its letters. While a word is being composed (Chinese, Arabic with a helper, dictation)
 * nothing goes out or comes in: changing the text would break the composition off.
 * @returns how to let go of it
 */
export function bindCardText(area: HTMLTextAreaElement, session: Session, pair: PairId, field: CardText): () => void {
  const stored = (): string => session.store.getState().wall.pairs.get(pair)?.card[field] ?? ''
  /** The text that both the area and the document had last. */
  let common = stored()
  let isComposing = false
  area.value = common

  function takeIn(): void {
    if (isComposing) return
    const next = stored()
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
    if (isComposing) return
    const splice = spliceBetween(common, area.value, area.selectionEnd)
    const change = splice && rebaseSplice(splice, spliceBetween(common, stored()))
    // What the wall no longer allows is taken out of the field again.
    if (change) session.commit([{ type: 'spliceCard', pair, field, ...change }])
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
    if (state.wall.pairs !== before.wall.pairs) takeIn()
  })
  return () => {
    if (isComposing) endComposing()
    unsubscribe()
    area.removeEventListener('input', sendOut)
    area.removeEventListener('compositionstart', startComposing)
    area.removeEventListener('compositionend', endComposing)
  }
}
