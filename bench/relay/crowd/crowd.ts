import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { ROOT } from '#shared/wall/schema.ts'
import { nowUs } from '../measure/stamp.ts'
import type { Arrivals, CrowdCalls, CrowdReply, CrowdRequest, Place, Work, WorkDone } from './crowdCalls.ts'
import { simulatePerson, type SimulatedPerson } from './simulatedPerson.ts'
import { Tally } from './tally.ts'
import { openVisit, type Visit } from './visit.ts'

/**
 * A crowd in a process of its own, driven by messages of `CrowdRequest`. With the argument `watchers` its cursors are
 * stamped and it times those it sees: a few people in a process that is hardly busy time more truly than many.
 */
const areWatchers = process.argv[2] === 'watchers'
const people: SimulatedPerson[] = []
const viewers: { readonly index: number; readonly visit: Visit }[] = []
let tally: Tally | undefined

/** Large, so that a whole wall comes in few pieces. */
const readInto = Buffer.allocUnsafeSlow(1024 * 1024)
const EVERYTHING = { readInto, keepBytes: Infinity }
const ITS_COMING = { readInto, keepBytes: 64 }

const MOST_WAIT_MS = 30_000
/** How often the crowd looks who is to do something. */
const LOOK_MS = 5
const BETWEEN_ENTRIES_MS = 2

const visits = (): Visit[] => [...people, ...viewers].map(({ visit }) => visit)

async function comeIn({ index, invitation }: Place): Promise<boolean> {
  const ear = {
    onUpdate: (bytes: Buffer, start: number, end: number) => tally?.hearUpdate(index, bytes, start, end),
    onPresence: (bytes: Buffer, start: number, end: number) => {
      if (areWatchers) tally?.hearPresence(index, bytes, start, end)
    },
  }
  if (invitation.participant === undefined) {
    const visit = openVisit(invitation, ear, EVERYTHING)
    viewers.push({ index, visit })
    return isIn(visit)
  }
  const person = simulatePerson(index, invitation, ear, EVERYTHING)
  people.push(person)
  const hasEntered = await isIn(person.visit)
  if (hasEntered) person.begin()
  return hasEntered
}

const isIn = (visit: Visit): Promise<boolean> =>
  Promise.race([visit.synced.then(() => true, () => false), sleep(MOST_WAIT_MS, false, { ref: false })])

async function work({ startUs, fromUs, toUs, drainMs, cursorHz, editEveryMs, edit }: Work): Promise<WorkDone> {
  tally = new Tally({ fromUs, toUs })
  const cursorUs = cursorHz > 0 ? 1e6 / cursorHz : Infinity
  const editUs = editEveryMs * 1000
  // Spread evenly, and differently for cursors and edits.
  const plans = people.map((person, at) => ({
    person,
    nextCursorUs: cursorHz > 0 ? startUs + ((at * 0.618) % 1) * cursorUs : Infinity,
    nextEditUs: startUs + ((at * 0.382) % 1) * editUs,
  }))
  let sent = 0
  const look = (): void => {
    const now = nowUs()
    for (const plan of plans) {
      if (!plan.person.visit.isOpen) continue
      if (now >= plan.nextCursorUs) {
        plan.nextCursorUs += cursorUs
        plan.person.moveCursor(areWatchers)
      }
      if (now >= plan.nextEditUs) {
        plan.nextEditUs += editUs
        const { us } = edit === 'typing' ? plan.person.edit() : plan.person.rewrite()
        if (us >= fromUs && us < toUs) sent++
      }
    }
  }
  await sleepUntil(startUs)
  const timer = setInterval(look, LOOK_MS)
  await sleepUntil(fromUs)
  const bytesBefore = bytesIn()
  const loopBefore = performance.eventLoopUtilization()
  await sleepUntil(toUs)
  clearInterval(timer)
  const loopBusy = performance.eventLoopUtilization(loopBefore).utilization
  const bytes = bytesIn() - bytesBefore
  await sleep(drainMs)
  const heard = tally.data
  tally = undefined
  const closeCodes = new Set(visits().flatMap(({ closeCode }) => closeCode ?? []))
  return { ...heard, sent, stillOpen: visits().filter(({ isOpen }) => isOpen).length, closeCodes: [...closeCodes], bytesIn: bytes, loopBusy }
}

const bytesIn = (): number => visits().reduce((sum, visit) => sum + visit.bytesIn, 0)

const sleepUntil = (us: number): Promise<void> => sleep(Math.max(0, (us - nowUs()) / 1000))

async function arriveAtOnce(invitations: Parameters<CrowdCalls['arriveAtOnce']>[0]): Promise<Arrivals> {
  const started = performance.now()
  // One looks at what it got; the others only wait for its end, so that the time is the server's and not theirs.
  const arriving = invitations.map((invitation, at) => openVisit(invitation, {}, at === 0 ? EVERYTHING : ITS_COMING))
  const times = arriving.map(({ synced }) => synced.then(() => performance.now() - started))
  const ms = await Promise.race([Promise.all(times), sleep(MOST_WAIT_MS, [], { ref: false })])
  for (const visit of arriving) visit.close()
  const state = arriving[0]?.state ?? new Uint8Array()
  const doc = new Y.Doc()
  if (state.length > 0) Y.applyUpdate(doc, state)
  return { ms, bytes: state.length, notes: doc.getMap(ROOT.notes).size }
}

const calls: CrowdCalls = {
  async enter(places) {
    const entering: Promise<boolean>[] = []
    for (const place of places) {
      entering.push(comeIn(place))
      await sleep(BETWEEN_ENTRIES_MS)
    }
    return (await Promise.all(entering)).filter(Boolean).length
  },
  work,
  arriveAtOnce,
  async stall(index) {
    await Promise.resolve(visitOf(index)?.stall())
  },
  isOpen: (index) => Promise.resolve(visitOf(index)?.isOpen ?? false),
  async leave() {
    for (const visit of visits()) visit.close()
    people.length = 0
    viewers.length = 0
    await sleep(100) // the goodbyes are on their way
  },
}

const visitOf = (index: number): Visit | undefined => [...people, ...viewers].find((one) => one.index === index)?.visit

function answer({ id, name, argument }: CrowdRequest): Promise<CrowdReply> {
  const call = calls[name] as (given: typeof argument) => Promise<unknown> // name and argument come as a pair
  return call(argument).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, error: String(error) }),
  )
}

process.on('message', (request: CrowdRequest) => void answer(request).then((reply) => process.send?.(reply)))
process.on('disconnect', () => process.exit(0))
