import { contentLine, escapeText } from './contentLine.ts'

/** A day in a calendar. */
export interface CalendarDay {
  /** The same for the same thing for ever: a file that is read a second time changes the entry and adds none. */
  readonly uid: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly summary: string
  readonly description: string
  /** Agreed by everybody; else it is tentative. */
  readonly isConfirmed: boolean
}

/**
 * A calendar file (RFC 5545) with an entry for each whole day. Ours and not a library's: those that are kept well bring
 * time zones, recurrence and validation, ten times the size of the page's own code for it, and the whole of what is needed here
 * is below.
 * @param now milliseconds since 1970
 */
export function writeCalendar(days: readonly CalendarDay[], now: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pollinate//Agreements//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH']
  for (const { uid, day, summary, description, isConfirmed } of days) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
      // a later file is the newer one
      `SEQUENCE:${Math.floor(now / 60_000)}`,
      `DTSTART;VALUE=DATE:${dateOf(day, 0)}`,
      `DTEND;VALUE=DATE:${dateOf(day, 1)}`,
      `SUMMARY:${escapeText(summary)}`,
      `DESCRIPTION:${escapeText(description)}`,
      `STATUS:${isConfirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    )
  }
  lines.push('END:VCALENDAR')
  return lines.map(contentLine).join('')
}

/** The day, or one some days later, as `YYYYMMDD`; the end of a whole day is the day after it. */
const dateOf = (day: string, daysLater: number): string =>
  new Date(Date.parse(day) + daysLater * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
