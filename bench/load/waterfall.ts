import { table } from '../relay/report.ts'
import type { Asked } from './slowLine.ts'

/** What has happened to the person, between what was asked over the line. */
export interface Event {
  readonly what: string
  /** By `performance.now()`. */
  readonly at: number
}

/** Every request with its bytes and its times, and what could be seen between them, in the order in which it began. @param from what all times are counted from */
export function waterfall(asked: readonly Asked[], events: readonly Event[], from: number): string {
  const seconds = (at: number | undefined): string => (at === undefined ? '' : ((at - from) / 1000).toFixed(2))
  const rows = [
    ...asked.map(({ what, askedAt, firstAt, lastAt, bytes }) => ({ at: askedAt, row: [what, seconds(askedAt), seconds(firstAt), seconds(lastAt), (bytes / 1000).toFixed(1)] })),
    ...events.map(({ what, at }) => ({ at, row: [`**${what}**`, seconds(at), '', '', ''] })),
  ]
  return table(['', 'asked s', 'first byte', 'last byte', 'kB'], rows.toSorted((a, b) => a.at - b.at).map(({ row }) => row))
}
