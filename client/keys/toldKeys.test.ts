import { expect, test } from 'vitest'
import { keyCaps } from './keyCaps.ts'
import { TOLD_GROUPS, toldKeys } from './toldKeys.ts'
import { WALL_KEYS } from './wallKeys.ts'

const told = TOLD_GROUPS.flatMap(toldKeys)

test('A22 every key that the wall knows is told, once', () => {
  for (const { presses, group, says } of WALL_KEYS) {
    const lines = told.filter((line) => line.group === group && presses.every((press) => line.presses.includes(press)))
    expect(lines.map((line) => line.says)).toEqual([says])
  }
  expect(new Set(told.map(({ group, says }) => `${group} ${says}`)).size).toBe(told.length)
})

test('A22 keys bear the names of the device and the language', () => {
  const t = ((key: string) => key.replace('keys.cap.', '')) as never
  expect(keyCaps({ letter: 'z', mod: true, shift: true }, t, false)).toEqual(['Control', 'Shift', 'Z'])
  expect(keyCaps({ letter: 'z', mod: true, shift: true }, t, true)).toEqual(['⌘', '⇧', 'Z'])
  expect(keyCaps({ digit: '1', shift: true }, t, false)).toEqual(['Shift', '1'])
  expect(keyCaps({ key: 'ArrowLeft' }, t, false)).toEqual(['←'])
  expect(keyCaps({ key: 'PageUp' }, t, false)).toEqual(['PageUp'])
  expect(keyCaps({ key: '/' }, t, false)).toEqual(['/'])
})
