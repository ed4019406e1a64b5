import { expect, it } from 'vitest'
import { cursorColour, cursorShape } from './cursorColour.ts'

it('T7 a pointer looks the same on every screen, and a room of people uses all looks about equally', () => {
  const looks = new Map<string, number>()
  for (let i = 0; i < 3200; i++) {
    const id = `person-${(i * 7919).toString(36)}-${i}`
    const look = `${cursorColour(id)} ${cursorShape(id)}`
    expect(look).toBe(`${cursorColour(id)} ${cursorShape(id)}`)
    looks.set(look, (looks.get(look) ?? 0) + 1)
  }
  expect(looks.size).toBe(32)
  expect(Math.max(...looks.values())).toBeLessThan(200)
})
