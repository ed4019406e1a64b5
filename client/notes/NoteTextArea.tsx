import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { pressedLine } from '../keys/press.ts'
import { EDIT_KEYS } from '../keys/writeKeys.ts'
import { bindText } from '../session/bindText.ts'
import { useSession } from '../session/SessionContext.tsx'
import styles from './NoteTextArea.module.css'

interface NoteTextAreaProps {
  note: NoteId
  /** BCP 47 tag of the note's text. */
  lang: string | undefined
  label: string
  /** Escape or Ctrl+Enter. What was typed is on the wall already. */
  onDone: () => void
  /** What stands in the area, after each change made here; kept by those who must not lose it when the note goes. */
  onText?: (text: string) => void
}

/** The text of a note, to be changed in its place; everybody sees each letter, as on the wall. */
export function NoteTextArea({ note, lang, label, onDone, onText }: NoteTextAreaProps) {
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!area.current) return
    const letGo = bindText(area.current, session, {
      stored: (wall) => wall.notes.get(note)?.text,
      edit: (splice) => ({ type: 'spliceText', id: note, ...splice }),
    })
    area.current.focus({ preventScroll: true })
    area.current.setSelectionRange(area.current.value.length, area.current.value.length)
    session.setPresence({ editing: note })
    return () => {
      session.setPresence({ editing: null })
      letGo()
    }
  }, [session, note])

  const finish = (event: KeyboardEvent): void => {
    event.stopPropagation() // these keys mean other things to the list around it
    if (!pressedLine(EDIT_KEYS, event.nativeEvent)) return
    event.preventDefault()
    onDone()
  }
  return (
    <textarea
      ref={area}
      dir="auto"
      lang={lang}
      aria-label={label}
      maxLength={LIMITS.noteText}
      className={styles.area}
      onKeyDown={finish}
      onInput={(event) => onText?.(event.currentTarget.value)}
    />
  )
}
