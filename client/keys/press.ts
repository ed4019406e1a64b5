import type en from '../i18n/locales/en.json'

/**
 * One way to press it. `mod` is Ctrl, or ⌘ on Apple's machines; keys without a word about shift take it or leave it.
 * `isSame`: the same key of many keyboards as the one before, with shift or without; it is not told by itself.
 */
export type Press =
  /** By its letter, and where the keyboard has other letters, by its place. */
  | { readonly letter: string; readonly mod?: true; readonly shift?: true }
  /** By its place: what is written on it beside the digit differs. */
  | { readonly digit: string; readonly shift: true }
  /** By its `KeyboardEvent.key`. */
  | { readonly key: string; readonly mod?: true; readonly shift?: boolean; readonly isSame?: true }

/** What some keys do, in one place of the page: what is pressed is found by it, and so is what the help tells. */
export interface KeyLine<Command> {
  /** In the order in which they are told. */
  readonly presses: readonly Press[]
  readonly command: Command
  /** Its words in every language, or the key that is found by them is not there. Keys that follow each other can share them. */
  readonly says: keyof (typeof en)['keys']['does']
}

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** The line that a key is on. */
export function pressedLine<Line extends KeyLine<unknown>>(lines: readonly Line[], key: Key): Line | undefined {
  if (key.isComposing || key.altKey) return undefined
  return lines.find(({ presses }) => presses.some((press) => isPressed(press, key)))
}

function isPressed(press: Press, key: Key): boolean {
  if (('mod' in press && press.mod === true) !== (key.ctrlKey || key.metaKey)) return false
  if ('digit' in press) return key.shiftKey && key.code === `Digit${press.digit}`
  if ('key' in press) return key.key === press.key && (press.shift === undefined || press.shift === key.shiftKey)
  return key.shiftKey === (press.shift ?? false) && letterOf(key) === press.letter
}

/** Letters go by their place too: on an Arabic or Russian keyboard N is where it always is. */
const letterOf = ({ key, code }: Key): string => (/^[a-z]$/i.test(key) ? key : code.startsWith('Key') ? code.slice(3) : '').toLowerCase()
