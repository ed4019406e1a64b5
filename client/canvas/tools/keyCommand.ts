import { pressedLine, type Key } from '../../keys/press.ts'
import { WALL_KEYS, type WallKey } from '../../keys/wallKeys.ts'

/** What a key means on the wall. */
export const keyCommand = (key: Key): Pick<WallKey, 'command' | 'isForPage'> | undefined => pressedLine(WALL_KEYS, key)
