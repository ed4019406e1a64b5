import type { Box } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { ScreenPoint } from '../camera.ts'

/** The note under the pointer as it went down. */
export interface PressedNote {
  readonly id: NoteId
  /** Selected already. */
  readonly isSelected: boolean
  /** What a drag of it moves: itself, or the selection it belongs to; nothing when this person may not move it. */
  readonly moves: readonly NoteId[]
}

export type ToolInput =
  | {
      readonly type: 'down'
      readonly pointer: number
      readonly screen: ScreenPoint
      readonly wall: WallPoint
      readonly isTouch: boolean
      readonly timeMs: number
      /** Shift or ctrl: add to the selection. */
      readonly adds: boolean
      /** The lasso was taken beforehand: this drag draws it, whatever lies below. */
      readonly lassoes: boolean
      readonly note: PressedNote | undefined
    }
  | { readonly type: 'move' | 'up'; readonly pointer: number; readonly screen: ScreenPoint; readonly wall: WallPoint; readonly timeMs: number }
  /** The finger has lain still for a while. */
  | { readonly type: 'hold' }
  /** From here the next press says where these notes go: the way to move them without dragging. */
  | { readonly type: 'carry'; readonly ids: readonly NoteId[]; readonly from: WallPoint }
  /** Escape, or the system took the pointer away. */
  | { readonly type: 'cancel' }

export interface Finger {
  readonly pointer: number
  readonly at: ScreenPoint
}

export type ToolState =
  | { readonly is: 'idle' }
  | { readonly is: 'pressing'; readonly down: Extract<ToolInput, { type: 'down' }> }
  | {
      readonly is: 'panning'
      readonly finger: Finger
      readonly isTouch: boolean
      /** CSS pixels a millisecond, of late. */
      readonly velocity: ScreenPoint
      readonly timeMs: number
    }
  | { readonly is: 'pinching'; readonly fingers: readonly [Finger, Finger] }
  | { readonly is: 'dragging'; readonly pointer: number; readonly ids: readonly NoteId[]; readonly from: WallPoint }
  | {
      readonly is: 'carrying'
      readonly ids: readonly NoteId[]
      readonly from: WallPoint
      /** A press that will say where they go, unless it moves: then it moves the wall. */
      readonly press: (Finger & { readonly hasMoved: boolean; readonly isTouch: boolean }) | undefined
    }
  | {
      readonly is: 'lassoing'
      readonly pointer: number
      readonly from: WallPoint
      readonly at: ScreenPoint
      readonly isTouch: boolean
      readonly adds: boolean
      readonly hasMoved: boolean
    }

/** What the stage has to do; distances of `pan` in CSS pixels, of notes in wall units. */
export type ToolDeed =
  | { readonly do: 'select'; readonly ids: readonly NoteId[] }
  | { readonly do: 'toggle'; readonly id: NoteId }
  /** A second tap on a selected note. */
  | { readonly do: 'open'; readonly id: NoteId }
  | { readonly do: 'pan'; readonly by: ScreenPoint }
  | { readonly do: 'zoom'; readonly factor: number; readonly about: ScreenPoint }
  /** The notes are in hand, this far from where they hung. */
  | { readonly do: 'lift'; readonly ids: readonly NoteId[]; readonly by: WallPoint }
  | { readonly do: 'drop'; readonly ids: readonly NoteId[]; readonly by: WallPoint }
  | { readonly do: 'putBack' }
  /** A lasso lies around this part of the wall; `adds` to what is selected already. */
  | { readonly do: 'lasso'; readonly box: Box; readonly adds: boolean }
  | { readonly do: 'selectIn'; readonly box: Box; readonly adds: boolean }
  /** A finger held on empty wall and let go: something new may come there. */
  | { readonly do: 'choose'; readonly at: WallPoint; readonly screen: ScreenPoint }
  /** The wall slides on, at this many CSS pixels a millisecond. */
  | { readonly do: 'glide'; readonly velocity: ScreenPoint }
  /** They tried to move somebody else's note. */
  | { readonly do: 'refuse' }

export interface ToolStep {
  readonly state: ToolState
  readonly deeds: readonly ToolDeed[]
}
