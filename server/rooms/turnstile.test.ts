import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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
    return { visit, why: visit?.letIn(passOf(index), `token ${index}`) }
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
  first?.letIn(writer('amina'), '')
  second?.leave()
  expect([door.arrive(HOTEL), door.arrive(HOTEL)]).not.toContain(undefined)
  expect(door.arrive(HOTEL)).toBeUndefined()
})

describe('coming and going', () => {
  const newDoor = (): Turnstile => new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: false })
  /** Comes in and goes at once, if let in. */
  const come = (door: Turnstile, pass: Pass, token = '', address = HOTEL): boolean => {
    const visit = door.arrive(address)
    const may = visit?.mayCome(pass, token) ?? false
    if (may) visit?.letIn(pass, token)
    visit?.leave()
    return may
  }
  const times = (many: number, happens: (index: number) => boolean): number => Array.from({ length: many }, (_, index) => happens(index)).filter(Boolean).length

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test.each<[string, (door: Turnstile) => boolean]>([
    ['a person', (door) => come(door, writer('amina'))],
    ['a page of a viewer', (door) => come(door, viewerOf('a'), 'a token')],
  ])('D35 %s who comes and goes in a loop is let in once a second, whatever they try in between', (_who, again) => {
    const door = newDoor()
    times(1000, () => again(door))
    expect(times(1000, () => again(door))).toBe(0)
    vi.advanceTimersByTime(1000)
    expect(times(1000, () => again(door))).toBe(1)
    vi.advanceTimersByTime(10_000)
    expect(times(1000, () => again(door))).toBe(10)
  })

  test('D35 three hundred people behind one address come back at once, again and again, beside one who comes and goes in a loop', () => {
    const door = newDoor()
    times(1000, () => come(door, writer('loop')))
    const roomful = (): number => times(300, (index) => come(door, writer(`p${index}`)))
    expect([roomful(), roomful(), roomful()]).toEqual([300, 300, 300])
    expect(times(100, () => come(door, writer('loop')))).toBe(0)
  })

  test('D35 an address whose people come and go in a loop is let in forty times a second, and no other is slowed', () => {
    const door = newDoor()
    const crowdOf = (address: Address) => times(5000, (index) => come(door, writer(`p${index}`), '', address))
    expect(crowdOf(HOTEL)).toBeGreaterThanOrEqual(1200)
    vi.advanceTimersByTime(1000)
    expect(crowdOf(HOTEL)).toBe(40)
    expect(come(door, writer('amina'), '', ELSEWHERE)).toBe(true)
  })

  test('D35 the tools on this machine are not slowed', () => {
    const door = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: true })
    expect(times(5000, () => come(door, writer('amina'), '', OWN_MACHINE))).toBe(5000)
  })
})

test('D35 who comes too often is kept waiting, on as many connections as one may have; it stands in the way of nobody at the same address', () => {
  const door = new Turnstile({ socketsPerAddress: 300, isOwnMachineFree: true })
  const loop = Array.from({ length: WIRE.socketsPerPerson + 1 }, () => door.arrive(HOTEL))
  expect(loop.map((visit) => visit?.isHeldUp(writer('loop'), ''))).toEqual([...Array<boolean>(WIRE.socketsPerPerson).fill(true), false])
  loop[0]?.leave()
  expect(door.arrive(HOTEL)?.isHeldUp(writer('loop'), '')).toBe(true)
  expect(door.arrive(HOTEL)?.isHeldUp(writer('amina'), '')).toBe(true)
  loop.at(-1)?.leave()
  expect(Array.from({ length: WIRE.handshakesPerAddress + 1 }, () => door.arrive(HOTEL)).filter((visit) => !visit)).toHaveLength(1)
})
