import { LIST_KEYS } from './listKeys.ts'
import { MATCH_KEYS } from './matchKeys.ts'
import type { KeyLine } from './press.ts'
import { KEY_GROUPS, WALL_KEYS } from './wallKeys.ts'
import { EDIT_KEYS, FORM_KEYS, WRITE_KEYS } from './writeKeys.ts'

export const TOLD_GROUPS = [...KEY_GROUPS, 'list', 'write', 'matches'] as const
export type ToldGroup = (typeof TOLD_GROUPS)[number]
export type ToldKey = Omit<KeyLine<unknown>, 'command'>

/** What the browser does by itself, and what comes to the page without its key: told here, and not pressed here. */
const OF_THE_BROWSER: Partial<Record<ToldGroup, readonly ToldKey[]>> = {
  change: [
    { presses: [{ letter: 'c', mod: true }], says: 'copy' },
    { presses: [{ letter: 'x', mod: true }], says: 'cut' },
    { presses: [{ letter: 'v', mod: true }], says: 'paste' },
  ],
  list: [{ presses: [{ key: 'Tab' }], says: 'listActions' }],
}

const linesOf = (group: ToldGroup): readonly ToldKey[] => {
  if (group === 'list') return LIST_KEYS
  if (group === 'write') return [...WRITE_KEYS, ...EDIT_KEYS, ...FORM_KEYS]
  if (group === 'matches') return MATCH_KEYS
  return WALL_KEYS.filter((key) => key.group === group)
}

/** Every key that does something, in the order in which it is told; those that share their words are one line. */
export function toldKeys(group: ToldGroup): readonly ToldKey[] {
  const lines: ToldKey[] = []
  for (const { presses, says } of [...linesOf(group), ...(OF_THE_BROWSER[group] ?? [])]) {
    const before = lines.at(-1)
    if (before?.says === says) lines[lines.length - 1] = { says, presses: [...before.presses, ...presses] }
    else lines.push({ presses, says })
  }
  return lines
}
