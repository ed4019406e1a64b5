import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE } from '#shared/layout/noteShape.ts'
import { LIMITS, type Note } from '#shared/wall/schema.ts'
import { pressedLine } from '../keys/press.ts'
import { WRITE_KEYS } from '../keys/writeKeys.ts'
import { noteLang } from '../notes/noteLang.ts'
import { bindText } from '../session/bindText.ts'
import { useSession } from '../session/SessionContext.tsx'
import { tellCaret } from '../session/tellCaret.ts'
import { editNote } from '../state/viewStore.ts'
import { toScreen } from './camera.ts'
import styles from './NoteEditor.module.css'
import type { WallScene } from './wallScene.ts'

interface NoteEditorProps {
  scene: WallScene
  /** The note as it was when writing began. */
  note: Note
  /** Enter: the next note of the same kind. */
  onNext: (from: Note) => void
  /** The keyboard said that writing is over: the focus has to go somewhere. */
  onDone: () => void
  /** Whether Escape gives the note its text back: not when it was hung up just now, for it had none. */
  restores: () => boolean
  /** So many steps of writing were taken back by Escape. */
  onRestored: (steps: number) => void
  /** Somebody took the note off the wall meanwhile; `text` is what its writer saw last. */
  onLost: (note: Note, text: string) => void
}

/** A text area over the note, so that every keyboard, input method and voice works; the paper below is painted. */
export function NoteEditor({ scene, note, onNext, onDone, restores, onRestored, onLost }: NoteEditorProps) {
  const { t } = useTranslation()
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  const isUndoing = useRef(false)
  /** How many steps there were before anything was written here. */
  const stepsBefore = useRef(0)
  const lose = useRef(onLost)
  useEffect(() => {
    lose.current = onLost
  }, [onLost])

  useEffect(() => {
    const field = area.current
    if (!field) return
    // What is written now is no part of what was written a moment ago.
    session.undo.stopCapturing()
    stepsBefore.current = session.undo.undoStack.length
    const letGo = bindText(field, session, {
      stored: (wall) => wall.notes.get(note.id)?.text,
      edit: (splice) => ({ type: 'spliceText', id: note.id, ...splice }),
    })
    const follow = (): void => {
      const hung = scene.index.get(note.id)
      if (hung) lieOver(field, hung, scene)
    }
    const stopMoves = scene.man.onMove(follow)
    const stopNotes = scene.onNotes((ids) => {
      if (!ids.has(note.id)) return
      if (scene.index.get(note.id)) return follow()
      // Their own undo took it back: nothing was lost against their will.
      if (!isUndoing.current && field.value.trim()) lose.current(note, field.value)
      editNote(undefined)
    })
    follow()
    field.focus({ preventScroll: true })
    field.setSelectionRange(field.value.length, field.value.length)
    session.setPresence({ editing: note.id })
    const stopTelling = tellCaret(field, session)
    return () => {
      stopTelling()
      session.setPresence({ editing: null })
      stopNotes()
      stopMoves()
      letGo()
    }
  }, [scene, session, note])

  /** Takes back what was written here, and nothing of what others wrote meanwhile. */
  const restore = (): void => {
    const { undo } = session
    isUndoing.current = true
    let steps = 0
    while (undo.undoStack.length > stepsBefore.current && undo.undo() !== null) steps++
    isUndoing.current = false
    if (steps > 0) onRestored(steps)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation()
    const command = pressedLine(WRITE_KEYS, event.nativeEvent)?.command
    if (command === undefined || command === 'newLine') return
    event.preventDefault()
    if (command === 'next' && event.currentTarget.value.trim()) return onNext(note)
    if (command === 'undo' || command === 'redo') {
      // The field's own history knows nothing of what others wrote meanwhile; the wall's does.
      isUndoing.current = true
      session.undo[command]()
      isUndoing.current = false
      return
    }
    if (command === 'restore' && restores()) restore()
    onDone()
    editNote(undefined)
  }
  return (
    <textarea
      ref={area}
      className={styles.area}
      data-kind={note.kind}
      dir="auto"
      lang={noteLang(note)}
      maxLength={LIMITS.noteText}
      aria-label={`${t(`kind.${note.kind}`)}. ${t('note.textOf')}`}
      enterKeyHint="next"
      spellCheck
      onKeyDown={onKeyDown}
      onBlur={() => {
        // Another window came to the front: the person comes back to where they were.
        if (document.hasFocus()) editNote(undefined)
      }}
    />
  )
}

/** Puts the field where the note's text is painted, in type of the same size. */
function lieOver(field: HTMLTextAreaElement, { x, y, layout }: NonNullable<ReturnType<WallScene['index']['get']>>, { man }: WallScene): void {
  const camera = man.camera()
  const { zoom } = camera
  const [left, top] = toScreen(camera, [x + NOTE.padding, y + layout.textTop])
  const { style } = field
  style.left = `${left}px`
  style.top = `${top}px`
  style.width = `${(layout.width - 2 * NOTE.padding) * zoom + 1}px`
  // A line more than there is, so that the browser never scrolls the first one away as the next one begins.
  style.height = `${(layout.lines.length + 1) * layout.lineHeightPx * zoom}px`
  style.fontSize = `${layout.fontPx * zoom}px`
  style.lineHeight = `${layout.lineHeightPx * zoom}px`
}
