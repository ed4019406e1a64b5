import { useEffect, useRef, useState, type RefObject } from 'react'
import { NOTE } from '#shared/layout/noteShape.ts'
import { NOTE_KINDS, type NoteKind, type WallPoint } from '#shared/wall/schema.ts'
import { toWall, type ScreenPoint } from './camera.ts'
import { Pads } from './Pads.tsx'
import styles from './PadTray.module.css'
import { pullAtEdges } from './pullAtEdges.ts'
import { PAD_IDLE, padTool, type PadInput, type PadState } from './tools/padTool.ts'
import type { WallScene } from './wallScene.ts'

interface PadTrayProps {
  scene: WallScene
  host: RefObject<HTMLElement | null>
  /** Without a place, the note comes in the middle of what is seen. */
  onAdd: (kind: NoteKind, near?: WallPoint) => void
}

/** The pads at the foot of the wall: a tap takes a sheet, and a drag takes it to its place. */
export function PadTray({ scene, host, onAdd }: PadTrayProps) {
  const tray = useRef<HTMLDivElement>(null)
  const [sheet, setSheet] = useState<{ kind: NoteKind; at: ScreenPoint }>()
  /** The drag ended on its own pad: that is no tap. */
  const wasCarried = useRef(false)

  useEffect(() => {
    const [pads, wall] = [tray.current, host.current]
    if (!pads || !wall) return
    let state: PadState = PAD_IDLE
    const abort = new AbortController()
    const options = { signal: abort.signal, capture: true }
    const screenOf = ({ clientX, clientY }: PointerEvent): ScreenPoint => {
      const { left, top } = wall.getBoundingClientRect()
      return [clientX - left, clientY - top]
    }
    const pulling = pullAtEdges(scene.man, () => undefined)
    const feed = (input: PadInput): void => {
      const step = padTool(state, input)
      state = step.state
      if (state.is === 'carrying') wasCarried.current = true
      else pulling.end()
      if (step.deed?.do === 'show') {
        setSheet(step.deed)
        pulling.follow(0, step.deed.at)
      } else if (step.deed) setSheet(undefined)
      if (step.deed?.do !== 'hang') return
      // Held by the middle of its upper edge, as it was shown.
      const [x, y] = toWall(scene.man.camera(), step.deed.at)
      onAdd(step.deed.kind, [Math.round(x - NOTE.width / 2), Math.round(y - NOTE.headHeight)])
    }
    pads.addEventListener('pointerdown', (event) => {
      wasCarried.current = false
      const pad = (event.target as Element).closest<HTMLElement>('[data-kind]')
      const kind = NOTE_KINDS.find((known) => known === pad?.dataset.kind)
      if (!kind || event.button !== 0) return
      const at = screenOf(event)
      pulling.begin(at)
      feed({ type: 'down', pointer: event.pointerId, kind, at, isTouch: event.pointerType === 'touch' })
    }, options)
    window.addEventListener('pointermove', (event) => feed({ type: 'move', pointer: event.pointerId, at: screenOf(event) }), options)
    window.addEventListener('pointerup', (event) => {
      if (state.is === 'idle') return
      const below = document.elementFromPoint(event.clientX, event.clientY)
      feed({ type: 'up', pointer: event.pointerId, at: screenOf(event), isOnWall: below !== null && wall.contains(below) })
    }, options)
    window.addEventListener('pointercancel', () => feed({ type: 'cancel' }), options)
    window.addEventListener('keydown', (event) => event.key === 'Escape' && feed({ type: 'cancel' }), options)
    return () => {
      pulling.end()
      abort.abort()
    }
  }, [scene, host, onAdd])

  const zoom = scene.man.camera().zoom
  return (
    <>
      <div ref={tray} className={styles.tray}>
        <Pads onAdd={(kind) => wasCarried.current || onAdd(kind)} />
      </div>
      {sheet && (
        <div
          aria-hidden="true"
          data-kind={sheet.kind}
          className={styles.sheet}
          style={{ left: sheet.at[0], top: sheet.at[1], width: NOTE.width * zoom, height: NOTE.minHeight * zoom, marginTop: -NOTE.headHeight * zoom }}
        />
      )}
    </>
  )
}
