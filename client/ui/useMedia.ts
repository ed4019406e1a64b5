import { useSyncExternalStore } from 'react'

/** A phone, also when it is held sideways. */
export const PHONE = '(max-width: 640px), (max-height: 480px)'
/** Room for the wall and one panel beside it, not for two. */
export const NARROW = '(max-width: 1099px)'

/** A phone held sideways, or a page at 400 %: what is read has all the height. As in the style sheets. */
export const LOW = '(max-height: 480px)'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
