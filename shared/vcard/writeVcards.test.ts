import { describe, expect, test } from 'vitest'
import { parse } from 'vcard4'
import { waysToReach } from './waysToReach.ts'
import { writeVcards, type AddressCard } from './writeVcards.ts'

const amina: AddressCard = { uid: 'wall-amina', name: 'Amina Wanjiku', institution: 'NEMA', country: 'Kenya', contact: 'amina@example.org, +254 700 123 456', note: 'Met' }
const NOW = Date.UTC(2026, 10, 23, 9, 5)

/** Lines as they are after what was folded is put together again. */
const unfolded = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n')

describe('an address card', () => {
  test('R63 another reader finds the person and each way to reach them', () => {
    const [card] = [parse(writeVcards([amina], NOW))].flat()
    const values = (property: string): unknown[] => (card?.getProperty(property) ?? []).map(({ value }) => value)
    expect(['FN', 'EMAIL', 'TEL', 'NOTE'].map(values)).toEqual([['Amina Wanjiku'], ['amina@example.org'], ['+254 700 123 456'], ['Met']])
    expect(values('ADR')).toMatchObject([{ countryName: 'Kenya' }])
    expect(unfolded(writeVcards([amina], NOW))).toEqual([
      'BEGIN:VCARD', 'VERSION:4.0', 'PRODID:-//Pollinate//People//EN', 'UID;VALUE=text:wall-amina', 'REV:20261123T090500Z', 'FN:Amina Wanjiku', 'ORG:NEMA',
      'ADR:;;;;;;Kenya', 'EMAIL:amina@example.org', 'TEL;VALUE=text:+254 700 123 456', 'NOTE:Met', 'END:VCARD', '',
    ])
  })

  test('R63 hostile names and contacts stay text of one card each', () => {
    const hostile = ['a\r\nEND:VCARD\r\nBEGIN:VCARD', 'half \ud83d', 'semi;colon, comma \\ slash', '\u0000\u0007', '\u202eright to left', 'ليلى الأحمد '.repeat(30), '👩🏽‍🌾'.repeat(40)]
    const cards = hostile.map((text, i) => ({ ...amina, uid: `w-${i}`, name: `x${text}`, institution: text, contact: `${text} a${i}@example.org`, note: text }))
    const bytes = Buffer.from(new TextEncoder().encode(writeVcards(cards, NOW)))
    for (const line of bytes.toString('utf8').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // That reader looks for the words of a card's beginning within texts too.
    const read = [parse(writeVcards(cards.slice(1), NOW))].flat()
    expect(read).toHaveLength(hostile.length - 1)
    expect(read.map((card) => card.getProperty('NOTE')?.[0]?.value).at(-1)).toContain('👩🏽‍🌾'.repeat(40))
    const lines = unfolded(bytes.toString('utf8'))
    for (const property of ['BEGIN:VCARD', 'END:VCARD']) expect(lines.filter((line) => line === property)).toHaveLength(hostile.length)
    expect(lines.filter((line) => line.startsWith('FN:x')).at(-2)).toBe(`FN:x${'ليلى الأحمد '.repeat(30)}`)
    expect(lines).toContain('FN:xsemi\\;colon\\, comma \\\\ slash')
  })
})

describe('what people leave to be reached by', () => {
  test.each([
    ['amina@example.org', ['amina@example.org'], [], ''],
    ['a@b.org; c.d+e@sub.f.org', ['a@b.org', 'c.d+e@sub.f.org'], [], ''],
    ['+254 (0)700 123-456', [], ['+254 (0)700 123-456'], ''],
    ['Tel. 0700123456, a@b.org', ['a@b.org'], ['0700123456'], 'Tel. 0700123456, a@b.org'],
    ['٠٧٠٠١٢٣٤٥٦', [], ['٠٧٠٠١٢٣٤٥٦'], ''],
    ['ask at the desk', [], [], 'ask at the desk'],
    ['room 12', [], [], 'room 12'],
  ])('R63 %s', (contact, emails, phones, more) => {
    expect(waysToReach(contact)).toEqual({ emails, phones, more })
  })
})
