import { describe, expect, test } from 'vitest'
import { WIRE } from '#shared/protocol/limits.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { OWN_MACHINE, type Address } from '../auth/addressOf.ts'
import type { Pass } from '../auth/token.ts'
import { Turnstile } from './turnstile.ts'

const HOTEL = '192.0.2.7' as Address
const ELSEWHERE = '198.51.100.1' as Address
const viewerOf = (wall: string): Pass => ({ wall: wall as WallId, role: 'viewer', generation: 1, participant: undefined })
const writer = (name: string, wall = 'a'): Pass => ({
  wall: wall as WallId,
  role: 'participant',
  generation: 1,
  participant: name as ParticipantId,
})

/** @returns why the last of so many was not let in, and how to make the first one leave */
function crowd(door: Turnstile, many: number, address: Address, passOf: (index: number) => Pass) {
  const visits = Array.from({ length: many }, (_, index) => {
    const visit = door.arrive(address)
    return { visit, why: visit?.letIn(passOf(index)) }
  })
  return { refused: visits.map(({ why }) => why).filter((why) => why !== undefined), first: visits[0]?.visit }
}

describe.each<[string, number, (index: number) => Pass, string]>([
  ['connections from one address', 300, (index) => writer(`p${index}`), 'addressFull'],
  ['connections of one person', WIRE.socketsPerPerson, () => writer('amina'), 'personFull'],
])('D14 %s', (_what, most, passOf, why) => {
  test(`D14 are ${most}; who leaves makes room for the next`, () => {
    const door = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: true })
    const { refused, first } = crowd(door, most + 1, HOTEL, passOf)
    expect(refused).toEqual([why])
    first?.leave()
    first?.leave()
    expect(crowd(door, 2, HOTEL, passOf).refused).toEqual([why])
  })

  test('D14 are not counted for the tools on this machine, unless a proxy on it speaks for everybody', () => {
    const free = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: true })
    expect(crowd(free, most + 1, OWN_MACHINE, passOf).refused).toEqual([])
    const proxied = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: false })
    expect(crowd(proxied, most + 1, OWN_MACHINE, passOf).refused).toEqual([why])
  })
})

test('D14 one address fills up and no other', () => {
  const door = new Turnstile({ socketsPerAddress: 1, isOwnMachineFree: true })
  expect(crowd(door, 2, HOTEL, () => viewerOf('a')).refused).toEqual(['addressFull'])
  expect(crowd(door, 1, ELSEWHERE, () => viewerOf('a')).refused).toEqual([])
})

test('D15 a wall has room for 500 who write, and for 2,000 in all; another wall has its own', () => {
  const door = new Turnstile({ socketsPerAddress: 1, isOwnMachineFree: true })
  expect(crowd(door, 501, OWN_MACHINE, (index) => writer(`p${index}`)).refused).toEqual(['wallFull'])
  expect(crowd(door, 1501, OWN_MACHINE, () => viewerOf('a')).refused).toEqual(['wallFull'])
  expect(crowd(door, 1, OWN_MACHINE, () => writer('p', 'b')).refused).toEqual([])
})

test('D14 fifty of one address may wait at the door; who is let in, or gives up, waits no longer', () => {
  const door = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: false })
  const [first, second, ...others] = Array.from({ length: 50 }, () => door.arrive(HOTEL))
  expect(others).not.toContain(undefined)
  expect(door.arrive(HOTEL)).toBeUndefined()
  expect(door.arrive(ELSEWHERE)).toBeDefined()
  first?.letIn(writer('amina'))
  second?.leave()
  expect([door.arrive(HOTEL), door.arrive(HOTEL)]).not.toContain(undefined)
  expect(door.arrive(HOTEL)).toBeUndefined()
})
