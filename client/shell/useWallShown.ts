import { useEffect, useState } from 'react'
import { useView } from '../state/viewStore.ts'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { useNotesShown } from './useNotesShown.ts'

/** A picture that does not come, or that nobody looks at, is not waited for any longer. */
const MOST_MS = 3000

/** Whether list and picture of the wall are there, or the picture is not to be waited for: what takes the processor longer comes only then. */
export function useWallShown(): boolean {
  const areNotesShown = useNotesShown()
  const isPhone = useMedia(PHONE)
  const isPainted = useView((view) => view.isWallShown)
  const [hasWaited, setWaited] = useState(false)
  useEffect(() => {
    if (!areNotesShown) return
    const timer = setTimeout(() => setWaited(true), MOST_MS)
    return () => clearTimeout(timer)
  }, [areNotesShown])
  // A phone begins with the form, and has its picture only when it is asked for.
  return areNotesShown && (isPhone || isPainted || hasWaited)
}
