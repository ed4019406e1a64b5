import { describe, expect, test } from 'vitest'
import { TickPace } from './tickPace.ts'
import { TIMING } from './timing.ts'

const timing = { ...TIMING, tickMs: 30, tickMsPerClient: 0.15, tickRest: 0.5 }

describe('a room', () => {
  test('answers at once when it has rested', () => {
    const pace = new TickPace(timing, 0)
    pace.ticked(100, 104)
    expect(pace.restLeftMs(200, 112)).toBe(0)
    expect(pace.restLeftMs(200, 5000)).toBe(0)
  })

  test('rests after a tick for a share of the time that took', () => {
    const pace = new TickPace(timing, 0)
    pace.ticked(100, 116)
    expect(pace.restLeftMs(200, 116)).toBe(8)
    expect(pace.restLeftMs(200, 122)).toBe(2)
  })

  test('rests no longer after one tick that took long, only after the second', () => {
    const pace = new TickPace(timing, 0)
    pace.ticked(100, 104)
    pace.ticked(200, 240)
    expect(pace.restLeftMs(200, 240)).toBe(2)
    pace.ticked(300, 330)
    expect(pace.restLeftMs(200, 330)).toBe(15)
  })

  test('never rests for longer than its size asks for, nor than the longest tick', () => {
    const pace = new TickPace(timing, 0)
    pace.ticked(100, 1100)
    expect(pace.restLeftMs(20, 1100)).toBe(3)
    expect(pace.restLeftMs(1000, 1100)).toBe(30)
  })

  test('rests by its size before it knows what a tick takes', () => {
    expect(new TickPace(timing, 50).restLeftMs(100, 50)).toBe(15)
  })
})
