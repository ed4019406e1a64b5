import type { TFunction } from 'i18next'
import type { Press } from './press.ts'

const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', '-': '−' }
const NAMED = ['Enter', 'Escape', 'Delete', 'Backspace', 'PageUp', 'PageDown', 'Home', 'End', 'Tab'] as const

/** Whether the keyboard of this device is one of Apple's. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

/** What is written on the keys that are pressed together, in the reader's language and on this device. */
export function keyCaps(press: Press, t: TFunction, onApple: boolean): readonly string[] {
  const caps: string[] = []
  if ('mod' in press && press.mod) caps.push(onApple ? '⌘' : t('keys.cap.Control'))
  if (press.shift) caps.push(onApple ? '⇧' : t('keys.cap.Shift'))
  if ('letter' in press) return [...caps, press.letter.toUpperCase()]
  if ('digit' in press) return [...caps, press.digit]
  if (press.key === ' ') return [...caps, t('keys.cap.Space')]
  const named = NAMED.find((name) => name === press.key)
  return [...caps, named ? t(`keys.cap.${named}`) : (SIGNS[press.key] ?? press.key)]
}

/** What is written on the keys that are held while others are pressed. */
export const heldKeys = (t: TFunction): { readonly control: string; readonly shift: string } => {
  const [control = '', shift = ''] = keyCaps({ key: '', mod: true, shift: true }, t, isApple())
  return { control, shift }
}
