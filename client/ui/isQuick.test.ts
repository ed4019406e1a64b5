import { expect, test } from 'vitest'
import { isQuick } from './isQuick.ts'

const page = { requestStart: 5, responseEnd: 20 }
const code = { requestStart: 30, responseEnd: 80 }

test('C17 line and device are quick when page and code came without delay and the code ran soon', () => {
  expect(isQuick(page, code, 180)).toBe(true)
})

test('C17 a line on which page or code took long is not quick', () => {
  expect(isQuick({ requestStart: 5, responseEnd: 310 }, { requestStart: 320, responseEnd: 380 }, 450)).toBe(false)
  expect(isQuick(page, { requestStart: 30, responseEnd: 650 }, 750)).toBe(false)
})

test('C17 a device on which the code waited long to run is not quick, and of nothing is nothing known', () => {
  expect(isQuick(page, code, 290)).toBe(false)
  expect(isQuick(page, undefined, 180)).toBe(false)
  expect(isQuick(undefined, code, 180)).toBe(false)
})
