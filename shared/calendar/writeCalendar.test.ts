import fc from 'fast-check'
import { convertIcsCalendar } from 'ts-ics'
import { expect, it } from 'vitest'
import { writeCalendar, type CalendarDay } from './writeCalendar.ts'

const day = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'need~offer@wall',
  day: '2027-02-28',
  summary: 'First step: call, then write; all of us',
  description: 'Kenya: «soil \\ carbon»\nالبرازيل: خرائط التربة\r\n中国：红树林 🌱',
  isConfirmed: true,
  ...more,
})
const NOW = Date.UTC(2026, 10, 25, 9, 8, 7, 654)
const read = (file: string) => convertIcsCalendar(undefined, file)

it('P33 another program reads every word of the file as it was written, and the whole day', () => {
  const { events = [], method } = read(writeCalendar([day(), day({ uid: 'b@wall', isConfirmed: false })], NOW))
  expect(method).toBe('PUBLISH')
  expect(events.map(({ uid, status }) => [uid, status])).toEqual([['need~offer@wall', 'CONFIRMED'], ['b@wall', 'TENTATIVE']])
  expect(events[0]).toMatchObject({
    summary: day().summary,
    description: day().description.replace('\r\n', '\n'),
      stamp: { date: new Date(Date.UTC(2026, 10, 25, 9, 8, 7)) },
    start: { date: new Date(Date.UTC(2027, 1, 28)), type: 'DATE' },
    end: { date: new Date(Date.UTC(2027, 2, 1)), type: 'DATE' },
  })
})

it('P33 lines end and fold as RFC 5545 asks: 75 octets at most, and no character is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (description) => {
      const file = writeCalendar([day({ description })], NOW)
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
      const lines = file.split('\r\n')
      for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(lines.join('')).not.toMatch(/[\r\n]/)
      const unfolded = file.replaceAll('\r\n ', '').split('\r\n').find((line) => line.startsWith('DESCRIPTION:'))
      expect(unfolded).toBe(`DESCRIPTION:${description.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replace(/(?!\t)\p{Cc}/gu, '')}`)
    }),
  )
})

it('P33 nothing that was written can begin a line of its own', () => {
  const file = writeCalendar([day({ summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:evil' })], NOW)
  expect(file.split('\r\n').filter((line) => /^(BEGIN|END|UID)/.test(line))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:need~offer@wall', 'END:VEVENT', 'END:VCALENDAR'])
})
