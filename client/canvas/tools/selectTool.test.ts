import { test as propertyTest } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoteId } from '#shared/wall/ids.ts'
import type { ScreenPoint } from '../camera.ts'
import { IDLE, selectTool } from './selectTool.ts'
import type { PressedNote, ToolDeed, ToolInput, ToolState } from './toolStep.ts'

const A = 'a' as NoteId
const B = 'b' as NoteId
const mine: PressedNote = { id: A, isSelected: false, moves: [A] }
const selected: PressedNote = { id: A, isSelected: true, moves: [A, B] }
const theirs: PressedNote = { id: A, isSelected: false, moves: [] }

const down = (screen: ScreenPoint, note?: PressedNote, more: { isTouch?: boolean; adds?: boolean; lassoes?: boolean; pointer?: number } = {}): ToolInput => ({
  type: 'down',
  pointer: 1,
  screen,
  wall: [screen[0] * 2, screen[1] * 2],
  timeMs: 0,
  isTouch: false,
  adds: false,
  lassoes: false,
  note,
  ...more,
})
const at = (type: 'move' | 'up', screen: ScreenPoint, pointer = 1, timeMs = 0): ToolInput => ({
  type,
  pointer,
  screen,
  wall: [screen[0] * 2, screen[1] * 2],
  timeMs,
})
const move = (screen: ScreenPoint, pointer?: number, timeMs?: number) => at('move', screen, pointer, timeMs)
const up = (screen: ScreenPoint, pointer?: number, timeMs?: number) => at('up', screen, pointer, timeMs)
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const touch = { isTouch: true }

function run(inputs: readonly ToolInput[]): { state: ToolState; deeds: readonly ToolDeed[] } {
  let state: ToolState = IDLE
  const deeds: ToolDeed[] = []
  for (const input of inputs) {
    const step = selectTool(state, input)
    state = step.state
    deeds.push(...step.deeds)
  }
  return { state, deeds }
}

describe('selectTool', () => {
  test.each<[name: string, inputs: ToolInput[], deeds: ToolDeed[], end: ToolState['is']]>([
    ['a click selects', [down([5, 5], mine), up([6, 5])], [{ do: 'select', ids: [A] }, { do: 'select', ids: [A] }], 'idle'],
    ['a click on the wall selects nothing', [down([5, 5]), up([5, 5])], [{ do: 'select', ids: [] }], 'idle'],
    ['shift adds to the selection', [down([5, 5], mine, { adds: true }), up([5, 5])], [{ do: 'toggle', id: A }], 'idle'],
    ['a mouse drags a note at once', [down([0, 0], mine), move([10, 5])], [{ do: 'select', ids: [A] }, { do: 'lift', ids: [A], by: [20, 10] }], 'dragging'],
    ['a selection is dragged together and dropped once', [down([0, 0], selected), move([10, 5]), up([20, 5])], [{ do: 'lift', ids: [A, B], by: [20, 10] }, { do: 'drop', ids: [A, B], by: [40, 10] }], 'idle'],
    ['a trembling hand drags nothing', [down([0, 0], selected), move([2, 2]), up([2, 2])], [{ do: 'select', ids: [A] }], 'idle'],
    ['W8 somebody else’s note is not dragged: a hint, and the wall moves', [down([0, 0], theirs), move([10, 0])], [{ do: 'select', ids: [A] }, { do: 'refuse' }, { do: 'pan', by: [10, 0] }], 'panning'],
    ['empty wall is dragged along', [down([0, 0]), move([10, 0]), move([10, 30]), up([10, 30])], [{ do: 'pan', by: [10, 0] }, { do: 'pan', by: [0, 30] }], 'idle'],
    ['a finger on a note moves the wall', [down([0, 0], mine, touch), move([0, 20])], [{ do: 'pan', by: [0, 20] }], 'panning'],
    ['a finger on a selected note moves the note', [down([0, 0], selected, touch), move([0, 20])], [{ do: 'lift', ids: [A, B], by: [0, 40] }], 'dragging'],
    ['a finger that holds picks the note up', [down([0, 0], mine, touch), { type: 'hold' }, move([0, 20])], [{ do: 'select', ids: [A] }, { do: 'lift', ids: [A], by: [0, 0] }, { do: 'lift', ids: [A], by: [0, 40] }], 'dragging'],
    ['W8 holding somebody else’s note picks nothing up', [down([0, 0], theirs, touch), { type: 'hold' }], [{ do: 'select', ids: [A] }, { do: 'refuse' }], 'pressing'],
    ['a tap selects, the next one opens', [down([0, 0], mine, touch), up([0, 0]), down([0, 0], selected, touch), up([0, 0])], [{ do: 'select', ids: [A] }, { do: 'open', id: A }], 'idle'],
    ['two fingers pinch about their middle', [down([0, 0], mine, touch), down([100, 0], undefined, { isTouch: true, pointer: 2 }), move([200, 0], 2)], [{ do: 'pan', by: [50, 0] }, { do: 'zoom', factor: 2, about: [100, 0] }], 'pinching'],
    ['the finger that stays goes on panning', [down([0, 0], undefined, touch), down([100, 0], undefined, { isTouch: true, pointer: 2 }), up([0, 0], 1), move([110, 0], 2)], [{ do: 'pan', by: [10, 0] }], 'panning'],
    ['Escape puts the dragged note back', [down([0, 0], selected), move([10, 5]), { type: 'cancel' }, up([10, 5])], [{ do: 'lift', ids: [A, B], by: [20, 10] }, { do: 'putBack' }], 'idle'],
    ['A1 a note is moved without dragging: take it, then tap the place', [{ type: 'carry', ids: [A], from: [10, 10] }, down([50, 50]), up([50, 50])], [{ do: 'drop', ids: [A], by: [90, 90] }], 'idle'],
    ['W21 shift and a drag on empty wall draw a lasso, which adds', [down([50, 50], undefined, { adds: true }), move([10, 20]), up([0, 20])], [{ do: 'lasso', box: box(20, 40, 80, 60), adds: true }, { do: 'selectIn', box: box(0, 40, 100, 60), adds: true }], 'idle'],
    ['W21 the lasso that was taken beforehand goes over notes', [down([0, 0], mine, { lassoes: true }), move([10, 10]), up([10, 10])], [{ do: 'lasso', box: box(0, 0, 20, 20), adds: false }, { do: 'selectIn', box: box(0, 0, 20, 20), adds: false }], 'idle'],
    ['W21 a finger that holds on empty wall draws a lasso', [down([0, 0], undefined, touch), { type: 'hold' }, move([20, 20]), up([20, 20])], [{ do: 'lasso', box: box(0, 0, 0, 0), adds: false }, { do: 'lasso', box: box(0, 0, 40, 40), adds: false }, { do: 'selectIn', box: box(0, 0, 40, 40), adds: false }], 'idle'],
    ['a finger that holds and lets go asks what may come there', [down([5, 5], undefined, touch), { type: 'hold' }, move([7, 5]), up([7, 5])], [{ do: 'lasso', box: box(10, 10, 0, 0), adds: false }, { do: 'putBack' }, { do: 'choose', at: [10, 10], screen: [5, 5] }], 'idle'],
    ['a second finger that comes late pinches after all', [down([0, 0], undefined, touch), { type: 'hold' }, down([100, 0], undefined, { isTouch: true, pointer: 2 })], [{ do: 'lasso', box: box(0, 0, 0, 0), adds: false }, { do: 'putBack' }], 'pinching'],
    ['Escape drops the lasso', [down([0, 0], undefined, { adds: true }), move([10, 10]), { type: 'cancel' }], [{ do: 'lasso', box: box(0, 0, 20, 20), adds: true }, { do: 'putBack' }], 'idle'],
    ['shift on a note still drags it', [down([0, 0], mine, { adds: true }), move([10, 0])], [{ do: 'lift', ids: [A], by: [20, 0] }], 'dragging'],
    ['a mouse that holds on empty wall does nothing', [down([0, 0]), { type: 'hold' }], [], 'pressing'],
    ['W22 the wall slides on after a finger', [down([0, 0], undefined, touch), move([0, 20], 1, 20), move([0, 40], 1, 40), up([0, 40], 1, 45)], [{ do: 'pan', by: [0, 20] }, { do: 'pan', by: [0, 20] }, { do: 'glide', velocity: [0, 0.84] }], 'idle'],
    ['W22 it does not slide after a finger that rested', [down([0, 0], undefined, touch), move([0, 20], 1, 20), up([0, 20], 1, 200)], [{ do: 'pan', by: [0, 20] }], 'idle'],
    ['W22 it does not slide after a mouse', [down([0, 0]), move([0, 20], 1, 20), up([0, 20], 1, 25)], [{ do: 'pan', by: [0, 20] }], 'idle'],
    ['A1 while a note is carried, a drag moves the wall and the next tap says where', [{ type: 'carry', ids: [A], from: [0, 0] }, down([50, 50], undefined, touch), move([50, 90]), up([50, 90]), down([30, 30], mine, touch), up([30, 30])], [{ do: 'pan', by: [0, 40] }, { do: 'drop', ids: [A], by: [60, 60] }], 'idle'],
  ])('%s', (_, inputs, deeds, end) => {
    const result = run(inputs)
    expect(result.deeds).toEqual(deeds)
    expect(result.state.is).toBe(end)
  })
})

const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
const pointer = fc.integer({ min: 1, max: 3 })
const anyInput: fc.Arbitrary<ToolInput> = fc.oneof(
  fc.record({ screen: point, note: fc.constantFrom(undefined, mine, selected, theirs), isTouch: fc.boolean(), adds: fc.boolean(), lassoes: fc.boolean(), pointer }).map(({ screen, note, ...more }) => down(screen, note, more)),
  fc.record({ type: fc.constantFrom('move' as const, 'up' as const), screen: point, pointer, timeMs: fc.nat(1000) }).map(({ type, screen, pointer, timeMs }) => at(type, screen, pointer, timeMs)),
  fc.constant<ToolInput>({ type: 'hold' }),
  fc.constant<ToolInput>({ type: 'carry', ids: [A], from: [0, 0] }),
  fc.constant<ToolInput>({ type: 'cancel' }),
)

propertyTest.prop([fc.array(anyInput, { maxLength: 40 })])('whatever hands do, what was lifted is laid down once, and nothing stays stuck', (inputs) => {
  let state: ToolState = IDLE
  let isLifted = false
  for (const input of [...inputs, { type: 'cancel' } as const]) {
    // Somebody who carries notes by taps begins anew from another menu; those in hand stay in hand.
    const step = selectTool(state, input)
    state = step.state
    for (const deed of step.deeds) {
      if (deed.do === 'lift' || deed.do === 'lasso') isLifted = true
      if (deed.do === 'drop' || deed.do === 'putBack' || deed.do === 'selectIn') isLifted = false
      const numbers = JSON.stringify(deed)
      expect(numbers).not.toMatch(/null|NaN/)
    }
    if (state.is === 'idle') expect(isLifted).toBe(false)
  }
  expect(state).toEqual(IDLE)
})
