import { useEffect } from 'react'

/** One rem on the room screen: 16 px where it is 1920 px wide and 1080 px high, and in proportion everywhere else. */
const ROOM_REM = 'clamp(10px, min(100vw / 120, 100vh / 67.5), 48px)'

/** While the room screen is open the page's type grows with the screen. */
export function useRoomSize(): void {
  useEffect(() => {
    const { style } = document.documentElement
    const before = style.fontSize
    style.fontSize = ROOM_REM
    return () => {
      style.fontSize = before
    }
  }, [])
}
