export type KeyCommand =
  | { readonly do: 'fit' | 'actualSize' | 'edit' | 'bin' | 'leave' | 'undo' | 'redo' }
  | { readonly do: 'selectAll' | 'duplicate' | 'zoomToSelection' | 'lasso' | 'goBack' }
  | { readonly do: 'find' | 'nextFound' | 'previousFound' }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'add'; readonly kind: 'need' | 'offer' }
  /** One step in a direction of the screen. */
  | { readonly do: 'arrow'; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1; readonly far: boolean }

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** A shortcut that is meant anywhere on the wall; the others only when the canvas itself has the focus. */
export const isForWholeWall = ({ do: what }: KeyCommand): boolean =>
  what === 'fit' || what === 'actualSize' || what === 'add' || what === 'zoomToSelection' || what === 'undo' || what === 'redo' || what === 'find' || what === 'nextFound' || what === 'previousFound'

/** What a key means on the wall. Letters go by their place too: on an Arabic or Russian keyboard N is where it always is. */
export function keyCommand(key: Key): KeyCommand | undefined {
  if (key.isComposing || key.altKey) return undefined
  const letter = key.code.startsWith('Key') ? key.code.slice(3).toLowerCase() : ''
  const is = (wanted: string): boolean => (isLatinLetter(key.key) ? key.key.toLowerCase() === wanted : letter === wanted)
  if (key.ctrlKey || key.metaKey) {
    if (is('z')) return { do: key.shiftKey ? 'redo' : 'undo' }
    if (key.shiftKey) return undefined
    if (is('y')) return { do: 'redo' }
    if (is('a')) return { do: 'selectAll' }
    if (is('d')) return { do: 'duplicate' }
    if (is('f')) return { do: 'find' }
    return undefined
  }
  if (key.shiftKey && key.code === 'Digit1') return { do: 'fit' }
  if (key.shiftKey && key.code === 'Digit2') return { do: 'zoomToSelection' }
  if (key.shiftKey && key.code === 'Digit0') return { do: 'actualSize' }
  if (is('n')) return { do: 'add', kind: key.shiftKey ? 'offer' : 'need' }
  if (is('l') && !key.shiftKey) return { do: 'lasso' }
  if (is('b') && !key.shiftKey) return { do: 'goBack' }
  switch (key.key) {
    case '/':
      return { do: 'find' }
    case 'F3':
      return { do: key.shiftKey ? 'previousFound' : 'nextFound' }
    case '+':
    case '=':
      return { do: 'zoom', factor: 1.25 }
    case '-':
    case '_':
      return { do: 'zoom', factor: 0.8 }
    case 'Enter':
    case 'F2':
      return { do: 'edit' }
    case 'Delete':
    case 'Backspace':
      return { do: 'bin' }
    case 'Escape':
      return { do: 'leave' }
    case 'ArrowLeft':
      return { do: 'arrow', x: -1, y: 0, far: key.shiftKey }
    case 'ArrowRight':
      return { do: 'arrow', x: 1, y: 0, far: key.shiftKey }
    case 'ArrowUp':
      return { do: 'arrow', x: 0, y: -1, far: key.shiftKey }
    case 'ArrowDown':
      return { do: 'arrow', x: 0, y: 1, far: key.shiftKey }
    default:
      return undefined
  }
}

const isLatinLetter = (key: string): boolean => /^[a-z]$/i.test(key)
