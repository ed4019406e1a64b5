import type { Box } from '#shared/layout/box.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import type { ScreenPoint } from '../camera.ts'
import type { Finger, ToolDeed, ToolInput, ToolState, ToolStep } from './toolStep.ts'

export const IDLE: ToolState = { is: 'idle' }

/** A hand is never quite still: up to this far a press is still a tap, in CSS pixels. */
const STILL_PX = { mouse: 4, touch: 10 } as const

/**
 * Selecting, moving, panning and pinching, by mouse, pen or fingers. A mouse drags a note at once. One finger on a note
 * moves it when it is selected already or after a hold; else, as on empty wall, it moves the wall. With shift, or after a
 * hold on empty wall, a drag draws a lasso.
 */
export function selectTool(state: ToolState, input: ToolInput): ToolStep {
  if (input.type === 'cancel') return { state: IDLE, deeds: isHolding(state) ? [{ do: 'putBack' }] : [] }
  if (input.type === 'carry') return { state: { is: 'carrying', ids: input.ids, from: input.from, press: undefined }, deeds: [] }
  switch (state.is) {
    case 'idle':
      return input.type === 'down' ? press(input) : stay(state)
    case 'pressing':
      return whilePressing(state, input)
    case 'panning':
      return whilePanning(state, input)
    case 'pinching':
      return whilePinching(state, input)
    case 'dragging':
      return whileDragging(state, input)
    case 'carrying':
      return whileCarrying(state, input)
    case 'lassoing':
      return whileLassoing(state, input)
    default:
      return unreachable(state)
  }
}

const isHolding = (state: ToolState): boolean => state.is === 'dragging' || state.is === 'carrying' || state.is === 'lassoing'
const stay = (state: ToolState, ...deeds: ToolDeed[]): ToolStep => ({ state, deeds })
const minus = ([ax, ay]: WallPoint, [bx, by]: WallPoint): WallPoint => [ax - bx, ay - by]
const distance = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1])

function press(down: Extract<ToolInput, { type: 'down' }>): ToolStep {
  const { note, isTouch, adds, lassoes } = down
  // A mouse selects as it goes down, so that what is dragged is selected; a finger may be about to move the wall.
  const selects = note && !isTouch && !adds && !lassoes && !note.isSelected
  return { state: { is: 'pressing', down }, deeds: selects ? [{ do: 'select', ids: [note.id] }] : [] }
}

function whilePressing(state: Extract<ToolState, { is: 'pressing' }>, input: ToolInput): ToolStep {
  const { down } = state
  const { note } = down
  if (input.type === 'down') return secondFinger({ pointer: down.pointer, at: down.screen }, input, state)
  if (input.type === 'hold') {
    if (!down.isTouch) return stay(state)
    if (!note) return startLasso(down, down)
    if (note.moves.length === 0) return stay(state, { do: 'select', ids: [note.id] }, { do: 'refuse' })
    const ids = note.isSelected ? note.moves : [note.id]
    return {
      state: { is: 'dragging', pointer: down.pointer, ids, from: down.wall },
      deeds: [...(note.isSelected ? [] : [{ do: 'select', ids: [note.id] } as const]), { do: 'lift', ids, by: [0, 0] }],
    }
  }
  if (!('pointer' in input) || input.pointer !== down.pointer) return stay(state)
  if (input.type === 'up') return { state: IDLE, deeds: tap(down) }
  if (distance(down.screen, input.screen) < STILL_PX[down.isTouch ? 'touch' : 'mouse']) return stay(state)
  if (down.lassoes || (!note && down.adds)) return startLasso(down, input)
  if (note && note.moves.length > 0 && (!down.isTouch || note.isSelected)) {
    const by = minus(input.wall, down.wall)
    return {
      state: { is: 'dragging', pointer: down.pointer, ids: note.moves, from: down.wall },
      deeds: [{ do: 'lift', ids: note.moves, by }],
    }
  }
  const moveWall: ToolDeed = { do: 'pan', by: minus(input.screen, down.screen) }
  const triedToMove = note && note.moves.length === 0 && (!down.isTouch || note.isSelected)
  return {
    state: pan({ pointer: down.pointer, at: down.screen }, input, { isTouch: down.isTouch, velocity: [0, 0], timeMs: down.timeMs }),
    deeds: triedToMove ? [{ do: 'refuse' }, moveWall] : [moveWall],
  }
}

function tap({ note, adds, isTouch }: Extract<ToolInput, { type: 'down' }>): readonly ToolDeed[] {
  if (!note) return adds ? [] : [{ do: 'select', ids: [] }]
  if (adds) return [{ do: 'toggle', id: note.id }]
  if (isTouch && note.isSelected) return [{ do: 'open', id: note.id }]
  return [{ do: 'select', ids: [note.id] }]
}

function secondFinger(first: Finger, input: Extract<ToolInput, { type: 'down' }>, state: ToolState): ToolStep {
  if (!input.isTouch) return stay(state)
  return { state: { is: 'pinching', fingers: [first, { pointer: input.pointer, at: input.screen }] }, deeds: [] }
}

/** Share of the newest movement in the pace that is kept: a single jerk of the hand is not thrown on. */
const NEWEST = 0.6
/** A hand that lay still this long before it let go has stopped the wall. */
const RESTED_MS = 60
/** Slower than this nothing slides on; CSS pixels a millisecond. */
const LEAST_GLIDE = 0.15

type Panning = Extract<ToolState, { is: 'panning' }>

/** The wall has followed a finger to where it is now. */
function pan(finger: Finger, { screen, timeMs }: { screen: ScreenPoint; timeMs: number }, before: Pick<Panning, 'isTouch' | 'velocity' | 'timeMs'>): Panning {
  const elapsed = Math.max(1, timeMs - before.timeMs)
  const [dx, dy] = minus(screen, finger.at)
  const blend = (old: number, distance: number): number => old * (1 - NEWEST) + (distance / elapsed) * NEWEST
  const velocity: ScreenPoint = [blend(before.velocity[0], dx), blend(before.velocity[1], dy)]
  return { is: 'panning', finger: { ...finger, at: screen }, isTouch: before.isTouch, velocity, timeMs }
}

function whilePanning(state: Panning, input: ToolInput): ToolStep {
  const { finger, isTouch, velocity } = state
  if (input.type === 'down') return secondFinger(finger, input, state)
  if (!('pointer' in input) || input.pointer !== finger.pointer) return stay(state)
  if (input.type === 'up') {
    // A trackpad slides on by itself, and a mouse stops where it is.
    const glides = isTouch && input.timeMs - state.timeMs < RESTED_MS && Math.hypot(...velocity) > LEAST_GLIDE
    return { state: IDLE, deeds: glides ? [{ do: 'glide', velocity }] : [] }
  }
  return { state: pan(finger, input, state), deeds: [{ do: 'pan', by: minus(input.screen, finger.at) }] }
}

function startLasso(down: Extract<ToolInput, { type: 'down' }>, { screen, wall }: { screen: ScreenPoint; wall: WallPoint }): ToolStep {
  const { pointer, isTouch, adds } = down
  return {
    state: { is: 'lassoing', pointer, from: down.wall, at: down.screen, isTouch, adds, hasMoved: screen !== down.screen },
    deeds: [{ do: 'lasso', box: boxBetween(down.wall, wall), adds }],
  }
}

function whileLassoing(state: Extract<ToolState, { is: 'lassoing' }>, input: ToolInput): ToolStep {
  const { pointer, from, at, isTouch, adds, hasMoved } = state
  // They only put the second finger down late.
  if (input.type === 'down' && isTouch) return { ...secondFinger({ pointer, at }, input, state), deeds: [{ do: 'putBack' }] }
  if (!('pointer' in input) || input.type === 'down' || input.pointer !== pointer) return stay(state)
  const box = boxBetween(from, input.wall)
  if (input.type === 'move') {
    if (!hasMoved && distance(at, input.screen) < STILL_PX[isTouch ? 'touch' : 'mouse']) return stay(state)
    return { state: { ...state, hasMoved: true }, deeds: [{ do: 'lasso', box, adds }] }
  }
  if (hasMoved) return { state: IDLE, deeds: [{ do: 'selectIn', box, adds }] }
  return { state: IDLE, deeds: [{ do: 'putBack' }, { do: 'choose', at: from, screen: at }] }
}

const boxBetween = (a: WallPoint, b: WallPoint): Box => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  width: Math.abs(a[0] - b[0]),
  height: Math.abs(a[1] - b[1]),
})

function whilePinching(state: Extract<ToolState, { is: 'pinching' }>, input: ToolInput): ToolStep {
  if (!('pointer' in input) || input.type === 'down') return stay(state)
  const [a, b] = state.fingers
  if (input.pointer !== a.pointer && input.pointer !== b.pointer) return stay(state)
  const [moved, other] = input.pointer === a.pointer ? [a, b] : [b, a]
  // The finger that stays goes on moving the wall.
  if (input.type === 'up') return { state: { is: 'panning', finger: other, isTouch: true, velocity: [0, 0], timeMs: input.timeMs }, deeds: [] }
  const next: Finger = { ...moved, at: input.screen }
  const middleBefore = middle(moved.at, other.at)
  const middleNow = middle(next.at, other.at)
  const factor = Math.max(1, distance(next.at, other.at)) / Math.max(1, distance(moved.at, other.at))
  return {
    state: { is: 'pinching', fingers: [next, other] },
    deeds: [
      { do: 'pan', by: minus(middleNow, middleBefore) },
      { do: 'zoom', factor, about: middleNow },
    ],
  }
}

const middle = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

function whileDragging(state: Extract<ToolState, { is: 'dragging' }>, input: ToolInput): ToolStep {
  const { ids, from, pointer } = state
  if (!('pointer' in input) || input.type === 'down' || input.pointer !== pointer) return stay(state)
  const by = minus(input.wall, from)
  return input.type === 'up' ? { state: IDLE, deeds: [{ do: 'drop', ids, by }] } : stay(state, { do: 'lift', ids, by })
}

function whileCarrying(state: Extract<ToolState, { is: 'carrying' }>, input: ToolInput): ToolStep {
  const { ids, from, press } = state
  if (input.type === 'down') {
    if (press) return stay(state)
    return stay({ ...state, press: { pointer: input.pointer, at: input.screen, hasMoved: false, isTouch: input.isTouch } })
  }
  if (!('pointer' in input)) return stay(state)
  if (!press) return input.type === 'move' ? stay(state, { do: 'lift', ids, by: minus(input.wall, from) }) : stay(state)
  if (input.pointer !== press.pointer) return stay(state)
  if (input.type === 'up') {
    if (press.hasMoved) return stay({ ...state, press: undefined })
    return { state: IDLE, deeds: [{ do: 'drop', ids, by: minus(input.wall, from) }] }
  }
  if (!press.hasMoved && distance(press.at, input.screen) < STILL_PX[press.isTouch ? 'touch' : 'mouse']) return stay(state)
  return stay({ ...state, press: { ...press, at: input.screen, hasMoved: true } }, { do: 'pan', by: minus(input.screen, press.at) })
}
