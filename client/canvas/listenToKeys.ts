import type { KeyCommand } from '../keys/wallKeys.ts'
import { keyCommand } from './tools/keyCommand.ts'

/**
 * Listens for the wall's shortcuts. Keys that are typed into a field, or meant for a dialog, a menu or a list, are left
 * to those; what only concerns the canvas needs the focus there or nowhere.
 * @param onCommand gives back whether it did something with it
 * @returns how to stop listening
 */
export function listenToKeys(canvas: HTMLElement, onCommand: (command: KeyCommand) => boolean): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isMeantElsewhere(event.target)) return
    const meant = keyCommand(event)
    if (!meant) return
    const isHere = event.target === canvas || event.target === document.body
    if (!isHere && !meant.isForPage) return
    if (onCommand(meant.command)) event.preventDefault()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/** A field, a dialog, a menu or a list has it, or a dialog is open. Nothing is typed into a radio button. */
export function isMeantElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input:not([type=radio]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"]')) return true
  return document.querySelector('[role="dialog"]') !== null
}
