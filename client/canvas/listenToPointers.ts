import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { panned, toWall, wheelFactor, zoomedTo, type ScreenPoint } from './camera.ts'
import { IDLE, selectTool } from './tools/selectTool.ts'
import type { PressedNote, ToolDeed, ToolInput, ToolState } from './tools/toolStep.ts'
import type { CameraMan } from './cameraMan.ts'
import { pullAtEdges } from './pullAtEdges.ts'

/** So long a finger lies still before it picks a note up. */
const HOLD_MS = 350

export type Deed = Exclude<ToolDeed, { do: 'pan' | 'zoom' | 'glide' }>

interface PointerOptions {
  readonly man: CameraMan
  readonly noteAt: (point: WallPoint) => PressedNote | undefined
  /** Deeds that are more than moving the camera. */
  readonly onDeed: (deed: Deed) => void
  /** The pointer, while no button is down. */
  readonly onHover: (wall: WallPoint | undefined, screen: ScreenPoint) => void
  readonly onDoubleClick: (wall: WallPoint, screen: ScreenPoint, isTouch: boolean) => void
  /** Whether the lasso was taken beforehand, for the next drag. */
  readonly lassoes: () => boolean
  /** A mouse or pen moved; fingers say nothing about where a person looks. */
  readonly onPoint: (wall: WallPoint | undefined) => void
}

export interface Pointers {
  /** Takes these notes along until the next press. */
  carry(ids: readonly NoteId[], from: WallPoint): void
  cancel(): void
  isBusy(): boolean
  stop(): void
}

/** Feeds the tool with what mouse, pen, fingers, wheel and trackpad do on the canvas, and moves the camera. */
export function listenToPointers(element: HTMLElement, options: PointerOptions): Pointers {
  const { man, noteAt, onDeed, onHover, onDoubleClick, onPoint, lassoes } = options
  let state: ToolState = IDLE
  let holding: ReturnType<typeof setTimeout> | undefined
  let wasTouch = false
  const abort = new AbortController()
  const { signal } = abort

  const screenOf = (event: MouseEvent): ScreenPoint => {
    const { left, top } = element.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const feed = (input: ToolInput): void => {
    const step = selectTool(state, input)
    if (step.state !== state) clearTimeout(holding)
    if (step.state.is !== state.is) element.dataset.tool = step.state.is
    state = step.state
    for (const deed of step.deeds) {
      if (deed.do === 'pan') man.cut(panned(man.camera(), ...deed.by))
      else if (deed.do === 'zoom') man.cut(zoomedTo(man.camera(), man.camera().zoom * deed.factor, deed.about))
      else if (deed.do === 'glide') man.glide(deed.velocity)
      else onDeed(deed)
    }
  }

  const pulling = pullAtEdges(man, (pointer, screen, timeMs) => {
    feed({ type: 'move', pointer, screen, wall: toWall(man.camera(), screen), timeMs })
  })

  element.addEventListener('pointerdown', (event) => {
    if (event.button > 1) return
    const screen = screenOf(event)
    wasTouch = event.pointerType === 'touch'
    man.halt() // a wall that slides is caught
    pulling.begin(screen)
    const wall = toWall(man.camera(), screen)
    element.setPointerCapture(event.pointerId)
    onHover(undefined, screen)
    feed({
      type: 'down',
      pointer: event.pointerId,
      screen,
      wall,
      timeMs: event.timeStamp,
      isTouch: wasTouch,
      lassoes: event.button === 0 && lassoes(),
      adds: event.shiftKey || event.ctrlKey || event.metaKey,
      // The middle button moves the wall wherever it is pressed.
      note: event.button === 1 ? undefined : noteAt(wall),
    })
    if (state.is === 'pressing') holding = setTimeout(() => feed({ type: 'hold' }), HOLD_MS)
  }, { signal })
  element.addEventListener('pointermove', (event) => {
    const screen = screenOf(event)
    const wall = toWall(man.camera(), screen)
    if (event.pointerType !== 'touch') onPoint(wall)
    if (state.is === 'idle') onHover(event.pointerType === 'touch' ? undefined : wall, screen)
    else feed({ type: 'move', pointer: event.pointerId, screen, wall, timeMs: event.timeStamp })
    if (state.is === 'dragging' || (state.is === 'lassoing' && state.hasMoved)) pulling.follow(event.pointerId, screen)
  }, { signal })
  element.addEventListener('pointerup', (event) => {
    const screen = screenOf(event)
    pulling.end()
    feed({ type: 'up', pointer: event.pointerId, screen, wall: toWall(man.camera(), screen), timeMs: event.timeStamp })
  }, { signal })
  element.addEventListener('pointercancel', () => {
    pulling.end()
    feed({ type: 'cancel' })
  }, { signal })
  element.addEventListener('pointerleave', (event) => {
    onHover(undefined, screenOf(event))
    onPoint(undefined)
  }, { signal })
  element.addEventListener('dblclick', (event) => {
    const screen = screenOf(event)
    onDoubleClick(toWall(man.camera(), screen), screen, wasTouch)
  }, { signal })

  element.addEventListener('wheel', (event) => {
    event.preventDefault()
    const lineHeight = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const camera = man.camera()
    if (event.ctrlKey || event.metaKey) {
      man.cut(zoomedTo(camera, camera.zoom * wheelFactor(event.deltaY * lineHeight), screenOf(event)))
      return
    }
    // A mouse with one wheel goes sideways with shift; some systems turn it round by themselves.
    const isTurned = event.shiftKey && event.deltaX === 0
    const [dx, dy] = isTurned ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    man.cut(panned(camera, -dx * lineHeight, -dy * lineHeight))
  }, { signal, passive: false })
  listenToGestures(element, man, screenOf, signal)

  return {
    carry: (ids, from) => feed({ type: 'carry', ids, from }),
    cancel() {
      pulling.end()
      feed({ type: 'cancel' })
    },
    isBusy: () => state.is !== 'idle',
    stop() {
      clearTimeout(holding)
      pulling.end()
      abort.abort()
    },
  }
}

/** Safari tells of a pinch on the trackpad in events of its own; TypeScript does not know them. */
interface GestureEvent extends MouseEvent {
  readonly scale: number
}

function listenToGestures(element: HTMLElement, man: CameraMan, screenOf: (event: MouseEvent) => ScreenPoint, signal: AbortSignal): void {
  let startZoom = 1
  element.addEventListener('gesturestart', (event) => {
    event.preventDefault()
    startZoom = man.camera().zoom
  }, { signal })
  element.addEventListener('gesturechange', (event) => {
    event.preventDefault()
    const { scale } = event as GestureEvent
    // On a phone the fingers are pointers already, and the scale stays with them.
    if (navigator.maxTouchPoints > 0 || !Number.isFinite(scale)) return
    man.cut(zoomedTo(man.camera(), startZoom * scale, screenOf(event as GestureEvent)))
  }, { signal })
}
