import { expect, test } from 'vitest'
import { keyCaps } from './keyCaps.ts'
import { LIST_KEYS } from './listKeys.ts'
import { MATCH_KEYS } from './matchKeys.ts'
import type { KeyLine } from './press.ts'
import { TOLD_GROUPS, toldKeys, type ToldGroup } from './toldKeys.ts'
import { KEY_GROUPS, WALL_KEYS } from './wallKeys.ts'
import { EDIT_KEYS, FORM_KEYS, WRITE_KEYS } from './writeKeys.ts'

const handled: readonly (readonly [ToldGroup, readonly KeyLine<unknown>[]])[] = [
  ...KEY_GROUPS.map((group) => [group, WALL_KEYS.filter((key) => key.group === group)] as const),
  ['list', LIST_KEYS],
  ['write', [...WRITE_KEYS, ...EDIT_KEYS, ...FORM_KEYS]],
  ['matches', MATCH_KEYS],
]

test.each(handled)('A22 every key that is handled is told, once: %s', (group, keys) => {
  const told = toldKeys(group)
  expect(keys.length).toBeGreaterThan(0)
  for (const { presses, says } of keys) {
    expect(told.filter((line) => presses.every((press) => line.presses.includes(press))).map((line) => line.says)).toEqual([says])
  }
  expect(new Set(told.map(({ says }) => says)).size).toBe(told.length)
})

test('A22 no group of keys is left out', () => expect(handled.map(([group]) => group)).toEqual(TOLD_GROUPS))

test('A22 keys bear the names of the device and the language', () => {
  const t = ((key: string) => key.replace('keys.cap.', '')) as never
  expect(keyCaps({ letter: 'z', mod: true, shift: true }, t, false)).toEqual(['Control', 'Shift', 'Z'])
  expect(keyCaps({ letter: 'z', mod: true, shift: true }, t, true)).toEqual(['⌘', '⇧', 'Z'])
  expect(keyCaps({ digit: '1', shift: true }, t, false)).toEqual(['Shift', '1'])
  expect(keyCaps({ key: 'ArrowLeft' }, t, false)).toEqual(['←'])
  expect(keyCaps({ key: 'PageUp' }, t, false)).toEqual(['PageUp'])
  expect(keyCaps({ key: '/' }, t, false)).toEqual(['/'])
})
