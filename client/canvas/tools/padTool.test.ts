import { describe, expect, test } from 'vitest'
import { PAD_IDLE, padTool, type PadDeed, type PadInput, type PadState } from './padTool.ts'

const down = (isTouch = false): PadInput => ({ type: 'down', pointer: 1, kind: 'offer', at: [100, 500], isTouch })
const move = (x: number, y: number, pointer = 1): PadInput => ({ type: 'move', pointer, at: [x, y] })
const up = (x: number, y: number, isOnWall: boolean): PadInput => ({ type: 'up', pointer: 1, at: [x, y], isOnWall })

describe('padTool', () => {
  test.each<[name: string, inputs: PadInput[], deeds: PadDeed[], end: PadState['is']]>([
    ['a tap is left to the button', [down(), move(102, 501), up(102, 501, false)], [], 'idle'],
    ['W33 a sheet is dragged off the pad and hung where it is let go', [down(), move(120, 400), move(300, 200), up(300, 200, true)], [{ do: 'show', kind: 'offer', at: [120, 400] }, { do: 'show', kind: 'offer', at: [300, 200] }, { do: 'hang', kind: 'offer', at: [300, 200] }], 'idle'],
    ['W33 let go elsewhere it goes back', [down(), move(120, 400), up(120, 900, false)], [{ do: 'show', kind: 'offer', at: [120, 400] }, { do: 'hide' }], 'idle'],
    ['W33 Escape puts it back', [down(), move(120, 400), { type: 'cancel' }, up(300, 200, true)], [{ do: 'show', kind: 'offer', at: [120, 400] }, { do: 'hide' }], 'idle'],
    ['a finger trembles more than a mouse', [down(true), move(108, 500)], [], 'pressing'],
    ['another finger does not move it', [down(true), move(120, 400), move(10, 10, 2)], [{ do: 'show', kind: 'offer', at: [120, 400] }], 'carrying'],
  ])('%s', (_, inputs, deeds, end) => {
    let state: PadState = PAD_IDLE
    const done: PadDeed[] = []
    for (const input of inputs) {
      const step = padTool(state, input)
      state = step.state
      if (step.deed) done.push(step.deed)
    }
    expect(done).toEqual(deeds)
    expect(state.is).toBe(end)
  })
})
