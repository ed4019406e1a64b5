import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import { plainText, readClip, writeClip } from './clipText.ts'
import type { NotePiece } from './hangNotes.ts'

const PIECE: NotePiece = { kind: 'offer', text: 'Seed banks', lang: 'en', places: 3, withheld: true, corner: { name: 'Amina', country: 'ke' }, at: [20, 40] }

test('W31 what was copied is read as it was', () => {
  expect(readClip(writeClip([PIECE]))).toEqual([PIECE])
})

test('W31 for other programs a note is a line', () => {
  expect(plainText([PIECE, { ...PIECE, text: 'Reef\n maps ' }])).toBe('Seed banks\nReef maps')
})

test.each([
  ['another text', 'Seed banks'],
  ['a version to come', JSON.stringify({ version: 2, notes: [PIECE] })],
  ['no notes', JSON.stringify({ version: 1, notes: [{ kind: 'wish', text: 'x' }, null, 7] })],
])('W31 %s is none of ours', (_, text) => {
  expect(readClip(text)).toBeUndefined()
})

test('W31 of a note that was tampered with only the good parts are taken', () => {
  const text = JSON.stringify({ version: 1, notes: [{ ...PIECE, places: 1000, withheld: 'no', corner: { name: ' ', country: 'ke' }, at: [1e308, 0] }] })
  expect(readClip(text)).toEqual([{ kind: 'offer', text: 'Seed banks', lang: 'en', places: undefined, corner: undefined, at: undefined }])
})

test.prop([fc.json()])('W31 whatever lies in the clipboard, reading it does not fail', (text) => {
  expect(readClip(text) ?? []).toBeInstanceOf(Array)
})
