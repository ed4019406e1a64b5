import type { Logger } from 'pino'
import type { Meters, RefusalReason } from './meters.ts'

const EVERY_MS = 60_000

/**
 * Tells the log once a minute how many were refused, and why; a flood of them fills no disk.
 * @returns meters that tell, and how to write the last line
 */
export function logRefusals(meters: Meters, log: Logger): { meters: Meters; stop: () => void } {
  const counts = new Map<RefusalReason, number>()
  const tell = (): void => {
    if (counts.size > 0) log.warn({ refusals: Object.fromEntries(counts) }, 'refused')
    counts.clear()
  }
  const timer = setInterval(tell, EVERY_MS).unref()
  return {
    meters: {
      ...meters,
      refused(why) {
        counts.set(why, (counts.get(why) ?? 0) + 1)
        meters.refused(why)
      },
    },
    stop() {
      clearInterval(timer)
      tell()
    },
  }
}
