import type { KeyLine } from './press.ts'

/** What becomes of the selection on the way: it goes along, grows, or stays as it is. */
type Along = 'only' | 'span' | 'none'

/** What a key does in the list and in the table of the notes. */
export type ListCommand =
  /** So many notes on, or to one of the ends. */
  | { readonly do: 'go'; readonly to: number | 'first' | 'last'; readonly along: Along }
  | { readonly do: 'toggle' | 'selectAll' | 'edit' | 'bin' | 'leave' }

/** Notes that PageUp and PageDown go by. */
export const PAGE = 10

const go = (to: number | 'first' | 'last', along: Along): ListCommand => ({ do: 'go', to, along })

export const LIST_KEYS: readonly KeyLine<ListCommand>[] = [
  { presses: [{ key: 'ArrowDown', shift: false }], command: go(1, 'only'), says: 'listStep' },
  { presses: [{ key: 'ArrowUp', shift: false }], command: go(-1, 'only'), says: 'listStep' },
  { presses: [{ key: 'PageDown', shift: false }], command: go(PAGE, 'only'), says: 'listPage' },
  { presses: [{ key: 'PageUp', shift: false }], command: go(-PAGE, 'only'), says: 'listPage' },
  { presses: [{ key: 'Home', shift: false }], command: go('first', 'only'), says: 'listEnds' },
  { presses: [{ key: 'End', shift: false }], command: go('last', 'only'), says: 'listEnds' },
  { presses: [{ key: 'ArrowDown', shift: true }, { key: 'ArrowDown', shift: true, mod: true, isSame: true }], command: go(1, 'span'), says: 'listSpan' },
  { presses: [{ key: 'ArrowUp', shift: true }, { key: 'ArrowUp', shift: true, mod: true, isSame: true }], command: go(-1, 'span'), says: 'listSpan' },
  { presses: [{ key: 'PageDown', shift: true }], command: go(PAGE, 'span'), says: 'listSpan' },
  { presses: [{ key: 'PageUp', shift: true }], command: go(-PAGE, 'span'), says: 'listSpan' },
  { presses: [{ key: 'Home', shift: true }], command: go('first', 'span'), says: 'listSpan' },
  { presses: [{ key: 'End', shift: true }], command: go('last', 'span'), says: 'listSpan' },
  { presses: [{ key: 'ArrowDown', shift: false, mod: true }], command: go(1, 'none'), says: 'listAlong' },
  { presses: [{ key: 'ArrowUp', shift: false, mod: true }], command: go(-1, 'none'), says: 'listAlong' },
  { presses: [{ key: ' ' }, { key: ' ', mod: true, isSame: true }], command: { do: 'toggle' }, says: 'listToggle' },
  { presses: [{ letter: 'a', mod: true }], command: { do: 'selectAll' }, says: 'selectAll' },
  { presses: [{ key: 'Enter' }, { key: 'F2' }], command: { do: 'edit' }, says: 'edit' },
  { presses: [{ key: 'Delete' }], command: { do: 'bin' }, says: 'listDelete' },
  { presses: [{ key: 'Escape' }], command: { do: 'leave' }, says: 'listLeave' },
]
