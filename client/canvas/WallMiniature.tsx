import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { loadFontsFor, useFonts } from '../ui/fonts.ts'
import { useTheme } from '../ui/theme.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { readNoteInk } from './noteInk.ts'
import { paintMiniature } from './paintMiniature.ts'
import styles from './WallMiniature.module.css'

interface WallMiniatureProps {
  notes: ReadonlyMap<NoteId, Note>
  /** Notes to point out. */
  ringed: ReadonlySet<NoteId>
  /** What the picture shows, in words. */
  label: string
}

/** A wall as a small picture, painted as on the wall; what stands on it is to be read elsewhere. */
export function WallMiniature({ notes, ringed, label }: WallMiniatureProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const theme = useTheme((state) => state.theme)
  const frame = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    void loadFontsFor([...notes.values()].map(({ text, name }) => `${text} ${name}`).join(' '))
  }, [notes])

  useEffect(() => {
    const canvas = picture.current
    const context = canvas?.getContext('2d', { alpha: false })
    if (!frame.current || !canvas || !context) return
    const { current: host } = frame
    const ink = readNoteInk(t, language)
    const paint = (): void => {
      const { clientWidth: width, clientHeight: height } = host
      const ratio = Math.min(2, devicePixelRatio)
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      context.textRendering = 'geometricPrecision'
      const layoutOf = createNoteLayouts(language)
      const hung = [...notes.values()].map((note) => {
        const layout = layoutOf(note)
        return { note, layout, x: note.at[0], y: note.at[1], width: layout.width, height: layout.height }
      })
      paintMiniature(context, hung, hung.filter(({ note }) => ringed.has(note.id)), ink, { width, height }, ratio)
    }
    const observer = new ResizeObserver(paint) // paints at once, too
    observer.observe(host)
    const stopFonts = useFonts.subscribe(paint)
    return () => {
      observer.disconnect()
      stopFonts()
    }
  }, [notes, ringed, t, language, theme])

  return (
    <div ref={frame} className={styles.frame}>
      <canvas ref={picture} role="img" aria-label={label} className={styles.picture} />
    </div>
  )
}
