import type { KeyLine } from './press.ts'

/** What a key does among the matches: so many on, or to one of the ends. */
export const MATCH_KEYS: readonly KeyLine<number | 'first' | 'last'>[] = [
  { presses: [{ key: 'ArrowDown', shift: false }], command: 1, says: 'matchStep' },
  { presses: [{ key: 'ArrowUp', shift: false }], command: -1, says: 'matchStep' },
  { presses: [{ key: 'Home', shift: false }], command: 'first', says: 'matchEnds' },
  { presses: [{ key: 'End', shift: false }], command: 'last', says: 'matchEnds' },
]
