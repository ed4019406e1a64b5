import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { bindText } from './bindText.ts'
import type { Session } from './openSession.ts'

const PAIR = pairIdOf('need' as NoteId, 'offer' as NoteId)

/** What of a text area is used, without a page around it. */
class Area extends EventTarget {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  selectionDirection = 'none' as const
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start
    this.selectionEnd = end
  }
  /** A person types at the caret. */
  type(text: string): void {
    this.value = this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd)
    this.setSelectionRange(this.selectionStart + text.length, this.selectionStart + text.length)
    this.dispatchEvent(new Event('input'))
  }
}

function setUp(isAllowed = true) {
  const doc = new Y.Doc()
  const me = { participant: 'amina' as ParticipantId, now: 1, origin: 'me' }
  const other = { participant: 'bruno' as ParticipantId, now: 1, origin: 'other' }
  applyEdits(doc, [{ type: 'showInterest', pair: PAIR, side: 'need', line: '' }], me)
  const following = watchWall(doc, ({ wall }) => store.setState({ wall }))
  const store = createStore(() => ({ wall: following.wall }))
  const session = {
    store,
    commit: (edits: Parameters<typeof applyEdits>[1]) => {
      if (isAllowed) applyEdits(doc, edits, me)
      return isAllowed
    },
  } as unknown as Session // of a session, the binding uses these parts alone
  const area = new Area()
  const release = bindText(area as unknown as HTMLTextAreaElement, session, {
    stored: (wall) => wall.pairs.get(PAIR)?.card.what,
    edit: (splice) => ({ type: 'spliceCard', pair: PAIR, field: 'what', ...splice }),
  })
  vi.stubGlobal('document', { activeElement: area })
  const stored = (): string => store.getState().wall.pairs.get(PAIR)?.card.what ?? ''
  const otherTypes = (offset: number, insert: string): void =>
    applyEdits(doc, [{ type: 'spliceCard', pair: PAIR, field: 'what', offset, remove: 0, insert }], other)
  return { area, stored, otherTypes, release }
}

beforeEach(() => void vi.stubGlobal('document', { activeElement: null }))
afterEach(() => void vi.unstubAllGlobals())

describe('a text under two hands', () => {
  it('P6 what I type goes out, what the other types comes in, and my caret stays at its letters', () => {
    const { area, stored, otherTypes } = setUp()
    area.type('visit')
    expect(stored()).toBe('visit')
    otherTypes(0, 'A ')
    expect([area.value, area.selectionStart]).toEqual(['A visit', 7])
    otherTypes(7, ' in March')
    expect([area.value, area.selectionStart]).toEqual(['A visit in March', 7])
  })

  it('P6 while I compose a word nothing comes in or goes out; then both texts are whole', () => {
    const { area, stored, otherTypes } = setUp()
    area.type('湿地')
    area.dispatchEvent(new Event('compositionstart'))
    area.type('jian')
    otherTypes(0, 'Wetland: ')
    expect([area.value, stored()]).toEqual(['湿地jian', 'Wetland: 湿地'])
    area.value = '湿地监测'
    area.setSelectionRange(4, 4)
    area.dispatchEvent(new Event('compositionend'))
    expect([area.value, stored(), area.selectionStart]).toEqual(['Wetland: 湿地监测', 'Wetland: 湿地监测', 13])
  })

  it('takes back what the wall no longer allows', () => {
    const { area, stored } = setUp(false)
    area.type('too late')
    expect([area.value, stored()]).toEqual(['', ''])
  })

  it('lets go when the card is closed', () => {
    const { area, stored, otherTypes, release } = setUp()
    release()
    otherTypes(0, 'later')
    area.type('x')
    expect([area.value, stored()]).toEqual(['x', 'later'])
  })
})
