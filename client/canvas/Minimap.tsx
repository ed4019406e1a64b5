import { useEffect, useRef, type PointerEvent } from 'react'
import { contains, type Box } from '#shared/layout/box.ts'
import { useTheme } from '../ui/theme.ts'
import { seenBox } from './camera.ts'
import { contentBox } from './contentBox.ts'
import { mapOf, onMap, throughMap, type WallMap } from './minimapScale.ts'
import styles from './Minimap.module.css'
import type { WallScene } from './wallScene.ts'

/** Of the map, in CSS pixels. */
const SIZE = { width: 176, height: 116 } as const
/** Notes that come and go are drawn together, this seldom: a busy wall keeps its frames for itself. */
const REDRAW_MS = 250
/** A note is at least as large as this on the map, in CSS pixels, or it could not be seen. */
const LEAST_PX = 2
/** How strong the specks are of notes that are dimmed on the wall. */
const DIM = 0.22

/**
 * The whole wall as specks of colour, with a frame around what is seen; a press or a drag goes there. It comes up only
 * while not everything is in view. Everything it does is done by keys too; to those who do not see it, it says nothing.
 */
export function Minimap({ scene }: { scene: WallScene }) {
  const picture = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const map = useRef<WallMap>(undefined)
  const theme = useTheme((state) => state.theme)

  useEffect(() => {
    const canvas = picture.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ratio = Math.min(2, devicePixelRatio)
    canvas.width = SIZE.width * ratio
    canvas.height = SIZE.height * ratio

    let frameSize = ''
    const follow = (): void => {
      const { style } = frame.current ?? {}
      if (!style || !whole.current) return
      const seen = seenBox(scene.man.camera(), scene.man.size())
      const isHidden = !map.current || isWithin(map.current.content, seen)
      // What is written to the page is laid out again, though it be the same: while the wall is panned the frame keeps its size.
      if (isHidden !== whole.current.hidden) whole.current.hidden = isHidden
      if (!map.current || isHidden) return
      const { x, y, width, height } = onMap(map.current, seen)
      style.transform = `translate(${x}px, ${y}px)`
      const size = `${width.toFixed(1)} ${height.toFixed(1)}`
      if (size === frameSize) return
      frameSize = size
      style.width = `${width}px`
      style.height = `${height}px`
    }
    const paint = (): void => {
      timer = undefined
      const notes = scene.index.all()
      const content = contentBox(notes)
      map.current = content && mapOf(content, SIZE)
      const style = getComputedStyle(canvas)
      const paper = { need: style.getPropertyValue('--need-edge'), offer: style.getPropertyValue('--offer') }
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, SIZE.width, SIZE.height)
      if (map.current) {
        let ink = ''
        for (const hung of notes) {
          const look = scene.sift.lookOf(hung.note.id)
          if (look === 'hidden') continue
          const { x, y, width, height } = onMap(map.current, hung)
          const next = `${look} ${hung.note.kind}`
          // Of twenty thousand notes most are like the one before.
          if (next !== ink) {
            ink = next
            context.globalAlpha = look === 'dim' ? DIM : 1
            context.fillStyle = paper[hung.note.kind]
          }
          context.fillRect(x, y, Math.max(LEAST_PX, width), Math.max(LEAST_PX, height))
        }
      }
      context.globalAlpha = 1
      follow()
    }
    paint()
    const stopMoves = scene.man.onMove(follow)
    const stopNotes = scene.onNotes(() => {
      timer ??= setTimeout(paint, REDRAW_MS)
    })
    return () => {
      clearTimeout(timer)
      stopMoves()
      stopNotes()
    }
  }, [scene, theme])

  const go = (event: PointerEvent<HTMLDivElement>, how: 'leap' | 'cut'): void => {
    if (!map.current) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const [x, y] = throughMap(map.current, [event.clientX - left, event.clientY - top])
    const camera = scene.man.camera()
    const { width, height } = scene.man.size()
    scene.man[how]({ ...camera, x: x - width / 2 / camera.zoom, y: y - height / 2 / camera.zoom })
  }
  return (
    <div
      ref={whole}
      aria-hidden="true"
      data-map="away"
      hidden
      className={styles.map}
      style={SIZE}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event, 'leap')
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event, 'cut')}
    >
      <canvas ref={picture} className={styles.picture} style={SIZE} />
      <div ref={frame} className={styles.frame} />
    </div>
  )
}

const isWithin = ({ x, y, width, height }: Box, outer: Box): boolean => contains(outer, [x, y]) && contains(outer, [x + width, y + height])
