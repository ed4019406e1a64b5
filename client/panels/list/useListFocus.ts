import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { can } from '#shared/permissions/can.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { deleteNotes } from '../../state/deleteNotes.ts'
import { pickNote, useView } from '../../state/viewStore.ts'
import { PAGE } from './rowsToKeep.ts'

interface ListFocus {
  readonly list: RefObject<HTMLUListElement | null>
  /** The item that Tab goes to. */
  readonly current: NoteId | undefined
  readonly onFocus: (event: FocusEvent) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * The list is one stop of Tab; arrow keys go from note to note, and the selection goes along, on the wall too. What is
 * selected on the wall comes into view here.
 */
export function useListFocus(shown: readonly NoteId[], onEdit: (id: NoteId) => void): ListFocus {
  const session = useSession()
  const list = useRef<HTMLUListElement>(null)
  const [wished, setWished] = useState<{ readonly id: NoteId; readonly at: number }>()
  const selection = useView((view) => view.selection)
  const [selected, ...more] = selection
  const only = more.length === 0 ? selected : undefined
  // When it is gone, what has come to its place.
  const current = [only, wished?.id].find((id) => id !== undefined && shown.includes(id)) ?? shown[Math.min(wished?.at ?? 0, shown.length - 1)]

  const element = (id: NoteId | undefined): HTMLElement | null =>
    id === undefined ? null : (list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`) ?? null)
  const noteAt = (target: EventTarget): NoteId | undefined =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-note]')?.dataset.note as NoteId | undefined) : undefined

  useEffect(() => {
    if (only === undefined) return
    // Also after a press here: what can be done with the note has just appeared below it.
    element(only)?.scrollIntoView({ block: 'nearest' })
  }, [only])

  // The focus would fall off the page with the item that had it.
  const hadFocus = useRef<number>(-1)
  useEffect(() => {
    const place = hadFocus.current
    if (place < 0 || document.activeElement !== document.body) return
    hadFocus.current = -1
    element(shown[Math.min(place, shown.length - 1)])?.focus()
  }, [shown])

  const pick = (id: NoteId | undefined): void => {
    if (id === undefined) return
    const at = shown.indexOf(id)
    setWished({ id, at })
    hadFocus.current = at
    const { selection } = useView.getState()
    if (!(selection.size === 1 && selection.has(id))) pickNote(id)
  }
  const go = (event: KeyboardEvent, place: number): void => {
    event.preventDefault()
    element(shown[Math.max(0, Math.min(place, shown.length - 1))])?.focus()
  }
  return {
    list,
    current,
    onFocus: (event) => pick(noteAt(event.target)),
    // A press on the text of an item does not focus it in every browser.
    onClick: (event) => pick(noteAt(event.target)),
    onKeyDown(event) {
      const id = noteAt(event.target)
      if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      const place = shown.indexOf(id)
      const isOnItem = event.target === element(id)
      switch (event.key) {
        case 'ArrowDown':
          return go(event, place + 1)
        case 'ArrowUp':
          return go(event, place - 1)
        case 'PageDown':
          return go(event, place + PAGE)
        case 'PageUp':
          return go(event, place - PAGE)
        case 'Home':
          return go(event, 0)
        case 'End':
          return go(event, shown.length - 1)
        case 'Enter':
        case 'F2': {
          const { wall } = session.store.getState()
          if (!isOnItem || !can(session.role, session.me?.id, { type: 'spliceText', id, offset: 0, remove: 0, insert: '' }, wall)) return
          event.preventDefault()
          return onEdit(id)
        }
        case 'Delete':
          if (isOnItem) deleteNotes(session, [id])
          return
        case 'Escape':
          if (!isOnItem) element(id)?.focus()
          return
        default:
          return
      }
    },
  }
}
