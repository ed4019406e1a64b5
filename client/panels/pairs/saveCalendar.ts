import { writeCalendar, type CalendarDay } from '#shared/calendar/writeCalendar.ts'
import { saveFile } from '../../ui/saveFile.ts'

/** A calendar file to keep, which every calendar opens. */
export function saveCalendar(days: readonly CalendarDay[], file: string): void {
  const url = URL.createObjectURL(new Blob([writeCalendar(days, Date.now())], { type: 'text/calendar;charset=utf-8' }))
  saveFile(url, file)
  // The browser has begun to read it by then; what is not let go of stays in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
