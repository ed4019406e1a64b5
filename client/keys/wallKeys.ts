import type { KeyLine } from './press.ts'

/** What a key does to the wall. */
export type KeyCommand =
  | { readonly do: 'fit' | 'actualSize' | 'edit' | 'bin' | 'leave' | 'undo' | 'redo' | 'help' }
  | { readonly do: 'selectAll' | 'duplicate' | 'zoomToSelection' | 'lasso' | 'goBack' }
  | { readonly do: 'find' | 'nextFound' | 'previousFound' | 'mine' }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'add'; readonly kind: 'need' | 'offer' }
  /** One step in a direction of the screen. */
  | { readonly do: 'arrow'; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1; readonly far: boolean }

export const KEY_GROUPS = ['look', 'find', 'choose', 'change'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

export interface WallKey extends KeyLine<KeyCommand> {
  readonly group: KeyGroup
  /** It is meant anywhere on the page; the others only while the wall itself has the focus. */
  readonly isForPage?: true
}

const ARROWS = [
  ['ArrowLeft', -1, 0],
  ['ArrowRight', 1, 0],
  ['ArrowUp', 0, -1],
  ['ArrowDown', 0, 1],
] as const
const arrows = (far: boolean, says: WallKey['says']): readonly WallKey[] =>
  ARROWS.map(([key, x, y]) => ({ presses: [{ key, shift: far }], command: { do: 'arrow', x, y, far }, group: 'look', says }))

/** Every key of the wall: what is pressed is found here, and so is what the help tells. */
export const WALL_KEYS: readonly WallKey[] = [
  ...arrows(false, 'arrows'),
  ...arrows(true, 'arrowsFar'),
  { presses: [{ digit: '1', shift: true }], command: { do: 'fit' }, group: 'look', isForPage: true, says: 'fit' },
  { presses: [{ digit: '2', shift: true }], command: { do: 'zoomToSelection' }, group: 'look', isForPage: true, says: 'zoomToSelection' },
  { presses: [{ digit: '0', shift: true }], command: { do: 'actualSize' }, group: 'look', isForPage: true, says: 'actualSize' },
  // After Shift+0, which is = on many keyboards.
  { presses: [{ key: '+' }, { key: '=', isSame: true }], command: { do: 'zoom', factor: 1.25 }, group: 'look', says: 'zoomIn' },
  { presses: [{ key: '-' }, { key: '_', isSame: true }], command: { do: 'zoom', factor: 0.8 }, group: 'look', says: 'zoomOut' },
  { presses: [{ letter: 'b' }], command: { do: 'goBack' }, group: 'look', says: 'goBack' },

  { presses: [{ letter: 'f', mod: true }, { key: '/' }], command: { do: 'find' }, group: 'find', isForPage: true, says: 'find' },
  { presses: [{ key: 'F3', shift: false }], command: { do: 'nextFound' }, group: 'find', isForPage: true, says: 'nextFound' },
  { presses: [{ key: 'F3', shift: true }], command: { do: 'previousFound' }, group: 'find', isForPage: true, says: 'previousFound' },
  { presses: [{ letter: 'm' }], command: { do: 'mine' }, group: 'find', isForPage: true, says: 'mine' },
  { presses: [{ key: '?' }, { key: '؟', isSame: true }], command: { do: 'help' }, group: 'find', isForPage: true, says: 'help' },

  { presses: [{ letter: 'a', mod: true }], command: { do: 'selectAll' }, group: 'choose', says: 'selectAll' },
  { presses: [{ letter: 'l' }], command: { do: 'lasso' }, group: 'choose', says: 'lasso' },
  { presses: [{ key: 'Escape' }], command: { do: 'leave' }, group: 'choose', says: 'leave' },

  { presses: [{ letter: 'n' }], command: { do: 'add', kind: 'need' }, group: 'change', isForPage: true, says: 'addNeed' },
  { presses: [{ letter: 'n', shift: true }], command: { do: 'add', kind: 'offer' }, group: 'change', isForPage: true, says: 'addOffer' },
  { presses: [{ key: 'Enter' }, { key: 'F2' }], command: { do: 'edit' }, group: 'change', says: 'edit' },
  { presses: [{ letter: 'd', mod: true }], command: { do: 'duplicate' }, group: 'change', says: 'duplicate' },
  { presses: [{ key: 'Delete' }, { key: 'Backspace' }], command: { do: 'bin' }, group: 'change', says: 'bin' },
  { presses: [{ letter: 'z', mod: true }], command: { do: 'undo' }, group: 'change', isForPage: true, says: 'undo' },
  { presses: [{ letter: 'z', mod: true, shift: true }, { letter: 'y', mod: true }], command: { do: 'redo' }, group: 'change', isForPage: true, says: 'redo' },
]
