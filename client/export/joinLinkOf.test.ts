import { afterEach, describe, expect, test, vi } from 'vitest'
import type { WallId } from '#shared/wall/ids.ts'
import { rememberWall } from '../session/device.ts'
import { joinLinkOf } from './joinLinkOf.ts'

const wallId = 'wall-0000000000000000' as WallId
const origin = 'https://wall.example.org'
/** What this device keeps, as a browser does. */
const keep = (): void => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) })
}
afterEach(() => vi.unstubAllGlobals())

describe('the link that may get on paper', () => {
  test('R78 is the participants’ alone: the own one of a participant, or that of a wall made here', () => {
    keep()
    expect(joinLinkOf({ wallId, role: 'participant', key: 'own' }, origin)).toBe(`${origin}/w/${wallId}#k=own`)
    for (const role of ['facilitator', 'viewer'] as const) expect(joinLinkOf({ wallId, role, key: 'secret' }, origin)).toBeUndefined()
    rememberWall({ id: wallId, title: '', role: 'facilitator', openedAt: 1, keys: { facilitator: 'secret', participant: 'theirs', viewer: 'look' } })
    expect(joinLinkOf({ wallId, role: 'facilitator', key: 'secret' }, origin)).toBe(`${origin}/w/${wallId}#k=theirs`)
  })
})
