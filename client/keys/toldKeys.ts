import type en from '../i18n/locales/en.json'
import { KEY_GROUPS, WALL_KEYS, type Press } from './wallKeys.ts'

export const TOLD_GROUPS = [...KEY_GROUPS, 'list', 'write'] as const
type ToldGroup = (typeof TOLD_GROUPS)[number]

export interface ToldKey {
  readonly presses: readonly Press[]
  readonly group: ToldGroup
  readonly says: keyof (typeof en)['keys']['does']
}

/** What a list, a field or the browser's clipboard has in its own hand: told here, and pressed there. */
const ELSEWHERE: readonly ToldKey[] = [
  { presses: [{ letter: 'c', mod: true }], group: 'change', says: 'copy' },
  { presses: [{ letter: 'x', mod: true }], group: 'change', says: 'cut' },
  { presses: [{ letter: 'v', mod: true }], group: 'change', says: 'paste' },

  { presses: [{ key: 'ArrowDown' }, { key: 'ArrowUp' }], group: 'list', says: 'listStep' },
  { presses: [{ key: 'PageDown' }, { key: 'PageUp' }], group: 'list', says: 'listPage' },
  { presses: [{ key: 'Home' }, { key: 'End' }], group: 'list', says: 'listEnds' },
  { presses: [{ key: 'ArrowDown', shift: true }, { key: 'ArrowUp', shift: true }], group: 'list', says: 'listSpan' },
  { presses: [{ key: 'ArrowDown', mod: true }, { key: 'ArrowUp', mod: true }], group: 'list', says: 'listAlong' },
  { presses: [{ key: ' ' }], group: 'list', says: 'listToggle' },
  { presses: [{ letter: 'a', mod: true }], group: 'list', says: 'selectAll' },
  { presses: [{ key: 'Enter' }, { key: 'F2' }], group: 'list', says: 'edit' },
  { presses: [{ key: 'Tab' }], group: 'list', says: 'listActions' },
  { presses: [{ key: 'Delete' }], group: 'list', says: 'listDelete' },

  { presses: [{ key: 'Enter' }], group: 'write', says: 'nextNote' },
  { presses: [{ key: 'Enter', shift: true }], group: 'write', says: 'newLine' },
  { presses: [{ key: 'Escape' }], group: 'write', says: 'restore' },
]

/** Every key that does something, in the order in which it is told; those that share their words are one line. */
export function toldKeys(group: ToldGroup): readonly ToldKey[] {
  const lines: ToldKey[] = []
  for (const { presses, says, ...rest } of [...WALL_KEYS, ...ELSEWHERE]) {
    if (rest.group !== group) continue
    const before = lines.at(-1)
    if (before?.says === says) lines[lines.length - 1] = { ...before, presses: [...before.presses, ...presses] }
    else lines.push({ presses, group, says })
  }
  return lines
}
