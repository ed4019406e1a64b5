import { expect, it } from 'vitest'
import type { WallVersion } from '#shared/protocol/api.ts'
import { versionsByDay } from './versionsByDay.ts'

const version = (id: number, time: string): WallVersion => ({ id, at: Date.parse(time), why: 'time', notes: 1 })
const dayIn = (timeZone: string) => (at: number) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone }).format(at)

it('H3 versions stand under the day of the reader, not of the server, the newest first', () => {
  const kept = [version(3, '2026-11-25T09:00Z'), version(2, '2026-11-24T22:30Z'), version(1, '2026-11-24T08:00Z')]
  const ids = (timeZone: string) => versionsByDay(kept, dayIn(timeZone)).map(({ day, versions }) => [day, versions.map(({ id }) => id)])
  expect(ids('UTC')).toEqual([['11/25/26', [3]], ['11/24/26', [2, 1]]])
  expect(ids('Africa/Nairobi')).toEqual([['11/25/26', [3, 2]], ['11/24/26', [1]]])
})
