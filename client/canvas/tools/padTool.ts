import type { NoteKind } from '#shared/wall/schema.ts'
import type { ScreenPoint } from '../camera.ts'

export type PadInput =
  | { readonly type: 'down'; readonly pointer: number; readonly kind: NoteKind; readonly at: ScreenPoint; readonly isTouch: boolean }
  | { readonly type: 'move'; readonly pointer: number; readonly at: ScreenPoint }
  /** `isOnWall`: let go over the wall, and not over the pads or a panel. */
  | { readonly type: 'up'; readonly pointer: number; readonly at: ScreenPoint; readonly isOnWall: boolean }
  | { readonly type: 'cancel' }

export type PadState =
  | { readonly is: 'idle' }
  | { readonly is: 'pressing'; readonly pointer: number; readonly kind: NoteKind; readonly from: ScreenPoint; readonly isTouch: boolean }
  | { readonly is: 'carrying'; readonly pointer: number; readonly kind: NoteKind }

export type PadDeed =
  /** A sheet from this pad is in the hand. */
  | { readonly do: 'show'; readonly kind: NoteKind; readonly at: ScreenPoint }
  | { readonly do: 'hang'; readonly kind: NoteKind; readonly at: ScreenPoint }
  /** The sheet goes back on its pad. */
  | { readonly do: 'hide' }

export const PAD_IDLE: PadState = { is: 'idle' }

/** Farther than a hand trembles, in CSS pixels: a tap takes a sheet too, and asks nothing more. */
const STILL_PX = { mouse: 6, touch: 12 } as const

/** Tears a sheet off a pad and hangs it where it is let go. */
export function padTool(state: PadState, input: PadInput): { readonly state: PadState; readonly deed: PadDeed | undefined } {
  const stay = { state, deed: undefined }
  if (input.type === 'cancel') return { state: PAD_IDLE, deed: state.is === 'carrying' ? { do: 'hide' } : undefined }
  if (input.type === 'down') {
    const { pointer, kind, at, isTouch } = input
    return state.is === 'idle' ? { state: { is: 'pressing', pointer, kind, from: at, isTouch }, deed: undefined } : stay
  }
  if (state.is === 'idle' || input.pointer !== state.pointer) return stay
  const { pointer, kind } = state
  const { at } = input
  if (input.type === 'up') {
    if (state.is === 'pressing') return { state: PAD_IDLE, deed: undefined }
    return { state: PAD_IDLE, deed: input.isOnWall ? { do: 'hang', kind, at } : { do: 'hide' } }
  }
  if (state.is === 'pressing') {
    const far = Math.hypot(at[0] - state.from[0], at[1] - state.from[1]) >= STILL_PX[state.isTouch ? 'touch' : 'mouse']
    if (!far) return stay
  }
  return { state: { is: 'carrying', pointer, kind }, deed: { do: 'show', kind, at } }
}
