import { useEffect, useRef, type PointerEvent } from 'react'
import { contains, type Box } from '#shared/layout/box.ts'
import { useTheme } from '../ui/theme.ts'
import { seenBox } from './camera.ts'
import { contentBox } from './contentBox.ts'
import { mapOf, onMap, throughMap, type WallMap } from './minimapScale.ts'
import styles from './Minimap.module.css'
import { paintSpecks } from './paintSpecks.ts'
import type { WallScene } from './wallScene.ts'

/** Of the map, in CSS pixels. */
const SIZE = { width: 176, height: 116 } as const
/** Notes that come and go are drawn together, this seldom: a busy wall keeps its frames for itself. */
const REDRAW_MS = 250
/** The frame around what is seen follows this often: the wall moves more smoothly, and needs the time itself on a slow device. */
const FOLLOW_MS = 50
/** The line around what is seen, in CSS pixels. */
const FRAME_PX = 2

/**
 * The whole wall as specks of colour, with a frame around what is seen; a press or a drag goes there. It comes up only
 * while not everything is in view. Everything it does is done by keys too; to those who do not see it, it says nothing.
 */
export function Minimap({ scene }: { scene: WallScene }) {
  const picture = useRef<HTMLCanvasElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const map = useRef<WallMap>(undefined)
  const theme = useTheme((state) => state.theme)

  useEffect(() => {
    const canvas = picture.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let following: ReturnType<typeof setTimeout> | undefined
    const ratio = Math.min(2, devicePixelRatio)
    canvas.width = SIZE.width * ratio
    canvas.height = SIZE.height * ratio

    /** The specks without the frame, which moves while they stay. */
    const specks = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!specks) return
    specks.canvas.width = canvas.width
    specks.canvas.height = canvas.height
    let focus = ''
    let areStale = true
    const paintNotes = (): void => {
      areStale = false
      const style = getComputedStyle(canvas)
      focus = style.getPropertyValue('--focus')
      const paper = { need: style.getPropertyValue('--need-line'), offer: style.getPropertyValue('--offer') }
      if (map.current) paintSpecks(specks, scene.index.all(), { map: map.current, lookOf: ({ note }) => scene.sift.lookOf(note.id), paper, ratio })
    }
    // The frame is painted: an element that moves has the browser look through the page's styles and layers in each frame of a pan.
    const follow = (): void => {
      if (!whole.current) return
      const seen = seenBox(scene.man.camera(), scene.man.size())
      const isHidden = !map.current || isWithin(map.current.content, seen)
      if (isHidden !== whole.current.hidden) whole.current.hidden = isHidden
      if (!map.current || isHidden) return
      if (areStale) paintNotes()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.drawImage(specks.canvas, 0, 0)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      paintFrame(context, onMap(map.current, seen), focus)
    }
    const followSoon = (): void => {
      following ??= setTimeout(() => {
        following = undefined
        follow()
      }, FOLLOW_MS)
    }
    const look = (): void => {
      timer = undefined
      const content = contentBox(scene.index.all())
      map.current = content && mapOf(content, SIZE)
      areStale = true
      follow()
    }
    const lookSoon = (): void => {
      timer ??= setTimeout(look, REDRAW_MS)
    }
    if (map.current) look()
    else lookSoon() // the wall itself comes first
    const stopMoves = scene.man.onMove(followSoon)
    const stopNotes = scene.onNotes(lookSoon)
    return () => {
      clearTimeout(timer)
      clearTimeout(following)
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
      data-cover="other"
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
    </div>
  )
}

/** Around what is seen of the wall; the line lies inside of it, so that it is never cut off at the map's edge. */
function paintFrame(context: CanvasRenderingContext2D, { x, y, width, height }: Box, colour: string): void {
  context.beginPath()
  context.roundRect(x, y, width, height, 3)
  context.globalAlpha = 0.1
  context.fillStyle = colour
  context.fill()
  context.globalAlpha = 1
  context.lineWidth = FRAME_PX
  context.strokeStyle = colour
  context.beginPath()
  context.roundRect(x + FRAME_PX / 2, y + FRAME_PX / 2, width - FRAME_PX, height - FRAME_PX, 2)
  context.stroke()
}

const isWithin = ({ x, y, width, height }: Box, outer: Box): boolean => contains(outer, [x, y]) && contains(outer, [x + width, y + height])
