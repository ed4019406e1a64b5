import { expect, test } from 'vitest'
import { checksum, soundBytes } from './checksum.ts'

const long = Uint8Array.from({ length: 5000 }, (_, index) => index % 251)

test.each([[0], [1], [1023], [1024], [1025], [5000]])('%i bytes that are as they were', (length) => {
  const bytes = long.subarray(0, length)
  expect(soundBytes(bytes, checksum(bytes))).toBeUndefined()
})

test('says up to where they are as they were', () => {
  const sums = checksum(long)
  const flipped = long.slice()
  flipped[3000] = 7
  expect(soundBytes(flipped, sums)).toBe(2048)
  expect(soundBytes(long.subarray(0, 4000), sums)).toBe(3072)
  expect(soundBytes(long.subarray(0, 2048), sums)).toBe(2048)
  expect(soundBytes(long, sums.subarray(0, 4))).toBe(1024)
  expect(soundBytes(long, new Uint8Array())).toBe(0)
})
