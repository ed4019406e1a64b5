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

describe('a note in other type', () => {
  it('always looks different where its text is painted, and when it is gone', () => {
    expect(looksOther(BEFORE, hung(['one line', 'and more']), 'text')).toBe(true)
    expect(looksOther(BEFORE, undefined, 'paper')).toBe(true)
  })
  it('looks different as paper when it has grown, and only then', () => {
    expect(looksOther(BEFORE, hung(['one', 'line and more']), 'paper')).toBe(false)
    expect(looksOther(BEFORE, hung(['one line', 'and more'], { height: 190 }), 'paper')).toBe(true)
  })
  it('looks different as bars when a line is longer, or larger, or there is another', () => {
    expect(looksOther(BEFORE, hung(['one line', 'and more']), 'bars')).toBe(false)
    expect(looksOther(BEFORE, hung(['one', 'line and more']), 'bars')).toBe(true)
    expect(looksOther(BEFORE, hung(['one line', 'and more'], { fontPx: 19 }), 'bars')).toBe(true)
    expect(looksOther(BEFORE, hung(['one line', 'and more', 'x']), 'bars')).toBe(true)
  })
})
