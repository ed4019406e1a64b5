import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { can } from '#shared/permissions/can.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import { LIST_KEYS } from '../../keys/listKeys.ts'
import { pressedLine } from '../../keys/press.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { deleteNotes } from '../../state/deleteNotes.ts'
import { pickNote, selectListed, useView } from '../../state/viewStore.ts'
import { mayMove } from '../../canvas/mayMove.ts'
import { keepInView } from './keepInView.ts'
import { spanOf } from './spanOf.ts'

interface ListFocus<E> {
  readonly list: RefObject<E | null>
  /** The item that Tab goes to. */
  readonly current: NoteId | undefined
  /** Goes to that item, and leaves the selection as it is. */
  readonly goToCurrent: () => void
  readonly handlers: {
    readonly onMouseDown: (event: MouseEvent) => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onClick: (event: MouseEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

interface ListFocusOptions {
  readonly onEdit: (id: NoteId) => void
  /** Whatever is touched is selected with the others, or no longer. */
  readonly isSelecting: boolean
  readonly onLeaveSelecting: () => void
}

/**
 * What becomes of the selection when an item is reached: it alone, one more or less, all from where it began, or as it was.
 * Who comes here by Tab selects the item, unless several are selected. A press reaches nothing before its click.
 */
type Reach = 'arrive' | 'only' | 'toggle' | 'span' | 'none' | 'press'

/**
 * The list is one stop of Tab; arrow keys go from note to note, and the selection goes along, on the wall too. What is
 * selected on the wall comes into view here. With Shift and Ctrl, or while `isSelecting`, several are selected.
 */
export function useListFocus<E extends HTMLElement>(shown: readonly NoteId[], { onEdit, isSelecting, onLeaveSelecting }: ListFocusOptions): ListFocus<E> {
  const session = useSession()
  const list = useRef<E>(null)
  const [wished, setWished] = useState<{ readonly id: NoteId; readonly at: number }>()
  const selection = useView((view) => view.selection)
  const isFromHere = useView((view) => view.selection === view.listSelection)
  // What is selected elsewhere on the page is where the keys go on from.
  const lead = useMemo(() => (isFromHere ? undefined : shown.find((id) => selection.has(id))), [isFromHere, shown, selection])
  const [followed, setFollowed] = useState<NoteId>()
  if (lead !== followed) {
    setFollowed(lead)
    if (lead !== undefined) setWished({ id: lead, at: shown.indexOf(lead) })
  }
  // When it is gone, what has come to its place.
  const current = wished && shown.includes(wished.id) ? wished.id : shown[Math.min(wished?.at ?? 0, shown.length - 1)]

  const element = (id: NoteId | undefined): HTMLElement | null =>
    id === undefined ? null : (list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`) ?? null)
  const noteAt = (target: EventTarget): NoteId | undefined =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-note]')?.dataset.note as NoteId | undefined) : undefined

  useEffect(() => {
    if (lead === undefined) return
    // Also after a press here: what can be done with the note has just appeared below it.
    element(lead)?.scrollIntoView({ block: 'nearest' })
  }, [lead])

  // The focus would fall off the page with the item that had it.
  const hadFocus = useRef<number>(-1)
  useEffect(() => {
    const place = hadFocus.current
    if (place < 0 || document.activeElement !== document.body) return
    hadFocus.current = -1
    element(shown[Math.min(place, shown.length - 1)])?.focus()
  }, [shown])

  /** Where a span begins, and how the item is reached that the focus is about to come to. */
  const anchor = useRef<NoteId>(undefined)
  const reach = useRef<Reach>('arrive')
  const pick = (id: NoteId | undefined, how: Reach): void => {
    // What can be done with another note would go from below it, and this one from under the pointer that is still pressed.
    if (id === undefined || how === 'press') return
    setWished({ id, at: shown.indexOf(id) })
    hadFocus.current = shown.indexOf(id)
    const { selection } = useView.getState()
    if (how === 'span') return selectListed(spanOf(shown, anchor.current, id))
    if (how === 'none' || (how === 'arrive' && (isSelecting || selection.size > 1))) return
    anchor.current = id
    if (how === 'toggle') selectListed(selection.has(id) ? [...selection].filter((other) => other !== id) : [...selection, id])
    else if (!(selection.size === 1 && selection.has(id))) pickNote(id)
  }
  /** An item's own buttons and fields are no part of choosing it. */
  const isAction = (target: EventTarget): boolean => target instanceof Element && target.closest('button, textarea, [role="group"]') !== null
  const focusAs = (id: NoteId | undefined, how: Reach): void => {
    reach.current = how
    element(id)?.focus()
    reach.current = 'arrive'
  }
  const go = (place: number, how: Reach): void => {
    const id = shown[Math.max(0, Math.min(place, shown.length - 1))]
    focusAs(id, how === 'only' && isSelecting ? 'none' : how)
    const row = element(id)
    if (row) keepInView(row)
  }
  return {
    list,
    current,
    goToCurrent: () => focusAs(current, 'none'),
    handlers: {
      // The focus comes with the press; all else is settled by the click.
      onMouseDown(event) {
        if (isAction(event.target)) return
        reach.current = 'press'
        // Also where it ends outside of the list, which hears of no click then.
        window.addEventListener('mouseup', () => (reach.current = 'arrive'), { once: true, capture: true })
        if (event.shiftKey) event.preventDefault() // or the text between would be marked
      },
      onFocus: (event) => pick(noteAt(event.target), isAction(event.target) ? 'none' : reach.current),
      onClick(event) {
        if (isAction(event.target)) return
        const id = noteAt(event.target)
        if (event.shiftKey) focusAs(id, 'none') // which the press has not brought
        pick(id, event.shiftKey ? 'span' : event.ctrlKey || event.metaKey || isSelecting || isCheckBox(event.target) ? 'toggle' : 'only')
      },
      onKeyDown(event) {
        const id = noteAt(event.target)
        const command = id !== undefined && pressedLine(LIST_KEYS, event.nativeEvent)?.command
        if (!command) return
        const place = shown.indexOf(id)
        const isOnItem = event.target === element(id)
        // Inside of an item these go on to the next one; Ctrl and the rest belong to what has the focus there.
        if (!isOnItem && (event.ctrlKey || event.metaKey)) return
        switch (command.do) {
          case 'go':
            event.preventDefault()
            return go(command.to === 'first' ? 0 : command.to === 'last' ? shown.length - 1 : place + command.to, command.along)
          case 'selectAll':
            event.preventDefault()
            event.stopPropagation() // the wall would select what the filter leaves out, too
            return selectListed(shown)
          case 'toggle':
            if (!isOnItem) return
            event.preventDefault()
            return pick(id, 'toggle')
          case 'edit': {
            const { wall } = session.store.getState()
            if (!isOnItem || !can(session.role, session.me?.id, { type: 'spliceText', id, offset: 0, remove: 0, insert: '' }, wall)) return
            event.preventDefault()
            return onEdit(id)
          }
          case 'bin':
            if (isOnItem) deleteNotes(session, selection.size > 1 && selection.has(id) ? [...selection].filter((one) => mayMove(session, one)) : [id])
            return
          case 'leave':
            if (!isOnItem) element(id)?.focus()
            else if (isSelecting) onLeaveSelecting()
            else if (selection.size > 1) pickNote(id)
            return
          default:
            return unreachable(command)
        }
      },
    },
  }
}

const isCheckBox = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'checkbox'
