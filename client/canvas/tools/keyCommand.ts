import { WALL_KEYS, type Press, type WallKey } from '../../keys/wallKeys.ts'

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** What a key means on the wall. */
export function keyCommand(key: Key): Pick<WallKey, 'command' | 'isForPage'> | undefined {
  if (key.isComposing || key.altKey) return undefined
  return WALL_KEYS.find(({ presses }) => presses.some((press) => isPressed(press, key)))
}

function isPressed(press: Press, key: Key): boolean {
  if (('mod' in press && press.mod === true) !== (key.ctrlKey || key.metaKey)) return false
  if ('digit' in press) return key.shiftKey && key.code === `Digit${press.digit}`
  if ('key' in press) return key.key === press.key && (press.shift === undefined || press.shift === key.shiftKey)
  return key.shiftKey === (press.shift ?? false) && letterOf(key) === press.letter
}

/** Letters go by their place too: on an Arabic or Russian keyboard N is where it always is. */
const letterOf = ({ key, code }: Key): string => (/^[a-z]$/i.test(key) ? key : code.startsWith('Key') ? code.slice(3) : '').toLowerCase()
