import { describe, expect, it } from 'vitest'
import type { NoteLayout } from '#shared/layout/layoutNote.ts'
import type { Note } from '#shared/wall/schema.ts'
import { looksOther } from './looksOther.ts'
import type { HungNote } from './noteIndex.ts'

const hung = (texts: readonly string[], { fontPx = 20, height = 160 } = {}): HungNote => ({
  x: 0, y: 0, width: 200, height,
  note: {} as Note, // nothing of it is looked at
  layout: { width: 200, height, fontPx, lineHeightPx: 27, textTop: 32, corner: [], lines: texts.map((text) => ({ text, dir: 'ltr', align: 'left', x: 0, y: 0 })) } satisfies NoteLayout,
})
const BEFORE = hung(['one line', 'and more'])
/** At which a note is painted as this much. */
const ZOOM = { text: 1, bars: 0.15, paper: 0.05 } as const

describe('a note in other type', () => {
  it('always looks different where its text is painted, and when it is gone', () => {
    expect(looksOther(BEFORE, hung(['one line', 'and more']), ZOOM.text)).toBe(true)
    expect(looksOther(BEFORE, undefined, ZOOM.paper)).toBe(true)
  })
  it('looks different as paper when it has grown by so much that it can be seen, and only then', () => {
    expect(looksOther(BEFORE, hung(['one line', 'and more'], { height: 178 }), ZOOM.paper)).toBe(false)
    expect(looksOther(BEFORE, hung(['one', 'line and more']), ZOOM.paper)).toBe(false)
    expect(looksOther(BEFORE, hung(['one line', 'and more'], { height: 214 }), ZOOM.paper)).toBe(true)
  })
  it('looks different as bars when a line is longer, or larger, or there is another', () => {
    expect(looksOther(BEFORE, hung(['one line', 'and more']), ZOOM.bars)).toBe(false)
    expect(looksOther(BEFORE, hung(['one', 'line and more']), ZOOM.bars)).toBe(true)
    expect(looksOther(BEFORE, hung(['one line', 'and more'], { fontPx: 19 }), ZOOM.bars)).toBe(true)
    expect(looksOther(BEFORE, hung(['one line', 'and more', 'x']), ZOOM.bars)).toBe(true)
  })
})
