import type { Language } from '#shared/wall/schema.ts'

/** An hour of the day where the reader is, in the digits of the rest of the page. */
export const sayTime = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }).format(ms)

/** Minutes and seconds, as on a clock that runs down. */
export function sayLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
