import { useEffect, useRef, type RefObject } from 'react'

/** When writing in a note ends, its text area goes and takes the focus with it: it is given to what stood there before. */
export function useReturnedFocus<T extends HTMLElement>(isEdited: boolean): RefObject<T | null> {
  const target = useRef<T>(null)
  const wasEdited = useRef(isEdited)
  useEffect(() => {
    if (wasEdited.current && !isEdited && document.activeElement === document.body) target.current?.focus()
    wasEdited.current = isEdited
  }, [isEdited])
  return target
}
