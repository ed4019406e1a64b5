import type { KeyLine } from './press.ts'

/** What a key does while somebody writes in a note on the wall. A new line is the field's own. */
export const WRITE_KEYS: readonly KeyLine<'next' | 'newLine' | 'restore' | 'undo' | 'redo'>[] = [
  { presses: [{ key: 'Enter', shift: false }, { key: 'Enter', shift: false, mod: true, isSame: true }], command: 'next', says: 'nextNote' },
  { presses: [{ key: 'Enter', shift: true }], command: 'newLine', says: 'newLine' },
  { presses: [{ key: 'Escape' }], command: 'restore', says: 'restore' },
  { presses: [{ letter: 'z', mod: true }], command: 'undo', says: 'undo' },
  { presses: [{ letter: 'z', mod: true, shift: true }, { letter: 'y', mod: true }], command: 'redo', says: 'redo' },
]

/** In a note in the list: what was typed is on the wall already. */
export const EDIT_KEYS: readonly KeyLine<'done'>[] = [{ presses: [{ key: 'Escape' }, { key: 'Enter', mod: true }], command: 'done', says: 'editDone' }]

/** In the form. */
export const FORM_KEYS: readonly KeyLine<'add'>[] = [{ presses: [{ key: 'Enter', mod: true }], command: 'add', says: 'formAdd' }]
