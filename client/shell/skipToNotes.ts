import { flushSync } from 'react-dom'
import { useView } from '../state/viewStore.ts'
import { NARROW } from '../ui/useMedia.ts'

export const NOTES_ID = 'notes'

/** Brings the notes that are listed to the front and goes there: to the one where the keys are, or to where notes are looked for. */
export function skipToNotes(): void {
  const isNarrow = matchMedia(NARROW).matches
  flushSync(() => useView.setState({ tab: 'list', side: 'list', isListOpen: true, ...(isNarrow && { isMatchesOpen: false }) }))
  const notes = document.getElementById(NOTES_ID)
  const [target] = ['[data-note][tabindex="0"]', 'input'].flatMap((selector) => notes?.querySelector<HTMLElement>(selector) ?? [])
  target?.focus()
}
