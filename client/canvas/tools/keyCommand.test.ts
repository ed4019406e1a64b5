import { describe, expect, test } from 'vitest'
import type { KeyCommand } from '../../keys/wallKeys.ts'
import type { Key } from '../../keys/press.ts'
import { keyCommand } from './keyCommand.ts'

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('keyCommand', () => {
  test.each<[name: string, key: Key, command: KeyCommand | undefined]>([
    ['Shift+1 fits, whatever character the layout has there', key('!', { code: 'Digit1', shiftKey: true }), { do: 'fit' }],
    ['Shift+0 is 100 %', key('=', { code: 'Digit0', shiftKey: true }), { do: 'actualSize' }],
    ['1 alone is nothing', key('1', { code: 'Digit1' }), undefined],
    ['N adds a need', key('n', { code: 'KeyN' }), { do: 'add', kind: 'need' }],
    ['Shift+N adds an offer', key('N', { code: 'KeyN', shiftKey: true }), { do: 'add', kind: 'offer' }],
    ['N on an Arabic keyboard', key('ى', { code: 'KeyN' }), { do: 'add', kind: 'need' }],
    ['N where Dvorak has it', key('n', { code: 'KeyL' }), { do: 'add', kind: 'need' }],
    ['the key N is B on Dvorak', key('b', { code: 'KeyN' }), { do: 'goBack' }],
    ['ctrl+N is the browser’s', key('n', { code: 'KeyN', ctrlKey: true }), undefined],
    ['ctrl+Z undoes', key('z', { code: 'KeyZ', ctrlKey: true }), { do: 'undo' }],
    ['⌘⇧Z redoes', key('Z', { code: 'KeyZ', metaKey: true, shiftKey: true }), { do: 'redo' }],
    ['ctrl+Z on a Russian keyboard', key('я', { code: 'KeyZ', ctrlKey: true }), { do: 'undo' }],
    ['nothing while composing', key('Enter', { isComposing: true }), undefined],
    ['an arrow', key('ArrowLeft', { shiftKey: true }), { do: 'arrow', x: -1, y: 0, far: true }],
    ['ctrl+A selects all', key('a', { code: 'KeyA', ctrlKey: true }), { do: 'selectAll' }],
    ['⌘D duplicates', key('d', { code: 'KeyD', metaKey: true }), { do: 'duplicate' }],
    ['ctrl+shift+D is the browser’s', key('D', { code: 'KeyD', ctrlKey: true, shiftKey: true }), undefined],
    ['ctrl+C is left to the clipboard', key('c', { code: 'KeyC', ctrlKey: true }), undefined],
    ['Shift+2 shows the selection', key('"', { code: 'Digit2', shiftKey: true }), { do: 'zoomToSelection' }],
    ['L takes the lasso, on a Russian keyboard too', key('д', { code: 'KeyL' }), { do: 'lasso' }],
    ['ctrl+F looks for notes: the browser would find only those that the list has drawn', key('f', { code: 'KeyF', ctrlKey: true }), { do: 'find' }],
    ['M finds one’s own', key('m', { code: 'KeyM' }), { do: 'mine' }],
    ['/ looks for notes', key('/', { code: 'Slash' }), { do: 'find' }],
    ['Shift+F3 goes back to the hit before', key('F3', { shiftKey: true }), { do: 'previousFound' }],
    ['? shows the help', key('?', { code: 'Slash', shiftKey: true }), { do: 'help' }],
    ['Shift with a letter that does not ask for it is nothing', key('L', { code: 'KeyL', shiftKey: true }), undefined],
    ['Delete', key('Delete'), { do: 'bin' }],
  ])('%s', (_, pressed, command) => expect(keyCommand(pressed)?.command).toEqual(command))
})
