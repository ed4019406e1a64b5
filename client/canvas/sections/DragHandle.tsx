import { useRef, type ReactNode } from 'react'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { WallScene } from '../wallScene.ts'

interface DragHandleProps {
  /** What it moves, in words. */
  label: string
  scene: WallScene
  /** How far, in wall units; told again and again. */
  onDrag: (by: WallPoint) => void
  onDrop: (by: WallPoint) => void
  onCancel: () => void
  className?: string | undefined
  children: ReactNode
}

/** One press of an arrow key, in wall units; with shift it is ten times as much. */
const STEP = 20
const ARROWS: Readonly<Record<string, WallPoint>> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }

/** Something on the wall that a hand drags, and arrow keys move. Escape puts it back. */
export function DragHandle({ label, scene, onDrag, onDrop, onCancel, className, children }: DragHandleProps) {
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const distance = (event: { clientX: number; clientY: number }): WallPoint => {
    const { zoom } = scene.man.camera()
    return from.current ? [(event.clientX - from.current.x) / zoom, (event.clientY - from.current.y) / zoom] : [0, 0]
  }
  const end = (): boolean => {
    const wasDragged = from.current !== undefined
    from.current = undefined
    return wasDragged
  }
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={className}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        from.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => from.current && onDrag(distance(event))}
      onPointerUp={(event) => {
        const by = distance(event)
        if (end()) onDrop(by)
      }}
      onPointerCancel={() => end() && onCancel()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && end()) return onCancel()
        const step = ARROWS[event.key]
        if (!step) return
        event.preventDefault()
        onDrop(event.shiftKey ? [step[0] * 10, step[1] * 10] : step)
      }}
    >
      {children}
    </button>
  )
}
