import { setTimeout as pause } from 'node:timers/promises'
import { cursorIntervalMs } from '../../client/session/presence.ts'
import type { WallLook } from '#shared/protocol/api.ts'
import type { Vocabulary } from '#shared/matching/vocabulary.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { askServer } from '../askServer.ts'
import { inventDelegates, type InventedDelegate } from './inventDelegates.ts'
import { createNoteInventor } from './inventNotes.ts'
import { joinAsDelegate, type Delegate } from './joinAsDelegate.ts'
import type { Rehearsal } from './readArguments.ts'
import { timetable } from './timetable.ts'

export interface RehearsalReport {
  readonly joined: number
  readonly written: number
  /** Of the written notes, how many each person who stayed to the end saw: the fewest. */
  readonly fewestSeen: number
  /** Milliseconds from writing a note until the server's echo says that it is saved. */
  readonly savedMs: readonly number[]
  /** Milliseconds from writing a note until it stands on another person's wall, one entry for each person. */
  readonly seenMs: readonly number[]
  /** What went wrong, in words, each as often as it happened. */
  readonly troubles: readonly string[]
}

interface Options {
  readonly vocabulary: Vocabulary
  /** Numbers in 0…1. */
  readonly random: () => number
  /** Ends the rehearsal early. */
  readonly signal: AbortSignal
  readonly onProgress?: (joined: number, written: number) => void
}

/** After the last note the report waits so long, at most, for what is still on its way. */
const LAST_ECHO_MS = 5000
/** Countries stand side by side, so far from each other that their notes need not mix. */
const COUNTRY_WIDTH = 900
const COUNTRIES_ABREAST = 6

/**
 * Lets invented delegates live through the first minutes of a workshop on a real server.
 * @throws Error in words when the link does not let participants in
 */
export async function rehearse(rehearsal: Rehearsal, { vocabulary, random, signal, onProgress }: Options): Promise<RehearsalReport> {
  const { origin, wall, key, people, notes, seconds } = rehearsal
  const { role } = await askServer<WallLook>(origin, `/api/walls/${wall}/look`, { key })
  if (role !== 'participant') throw new Error(`This is the ${role} link. Delegates come in by the participant link.`)

  const invent = createNoteInventor(vocabulary, random)
  const who = inventDelegates(people)
  const { joinsMs, writesMs } = timetable(people, notes, seconds * 1000, random)
  const places = placesOf(who)
  const beganAt = performance.now()
  const here: Delegate[] = []
  const writtenAt = new Map<NoteId, number>()
  const savedMs: number[] = []
  const seenMs: number[] = []
  const troubles: string[] = []
  let told: () => void = () => undefined

  const until = (ms: number): Promise<void> => pause(Math.max(0, beganAt + ms - performance.now()), undefined, { signal })

  async function live(person: InventedDelegate, index: number): Promise<void> {
    const near = places.get(person.country) ?? [0, 0]
    const seen = new Set<NoteId>()
    await until(joinsMs[index] ?? 0)
    const delegate = await joinAsDelegate(rehearsal, person, {
      onSaved(afterMs) {
        savedMs.push(afterMs)
        told()
      },
      onNotes(ids) {
        for (const id of ids) {
          const at = writtenAt.get(id)
          // One's own note is seen as it is written, before its moment is noted down.
          if (at !== undefined && !seen.has(id)) seenMs.push(performance.now() - at)
          seen.add(id)
        }
        told()
      },
      onEnded: (reason) => troubles.push(`${person.name} was sent away: ${reason}`),
    })
    here.push(delegate)
    onProgress?.(here.length, writtenAt.size)
    const hand = setInterval(() => delegate.moveCursor(wander(near, random)), cursorIntervalMs(people))
    try {
      for (const [nth, atMs] of (writesMs[index] ?? []).entries()) {
        await until(atMs)
        const writtenNow = performance.now()
        const id = delegate.write(invent(person.lang, (index + nth) % 2 === 0 ? 'need' : 'offer'), near)
        writtenAt.set(id, writtenNow)
        onProgress?.(here.length, writtenAt.size)
      }
      await until(seconds * 1000)
    } finally {
      clearInterval(hand)
    }
  }

  try {
    await Promise.all(
      who.map((person, index) =>
        live(person, index).catch((error: unknown) => {
          if (!signal.aborted) troubles.push(error instanceof Error ? error.message : String(error))
        }),
      ),
    )
    const isComplete = (): boolean => here.every((delegate) => delegate.waiting() === 0 && seenBy(delegate) === writtenAt.size)
    if (!signal.aborted && !isComplete()) {
      const complete = new Promise<void>((resolve) => (told = () => isComplete() && resolve()))
      await Promise.race([complete, pause(LAST_ECHO_MS, undefined, { ref: false })])
    }
    const fewestSeen = Math.min(writtenAt.size, ...here.map(seenBy))
    return { joined: here.length, written: writtenAt.size, fewestSeen, savedMs, seenMs, troubles }
  } finally {
    for (const delegate of here) delegate.close()
  }

  function seenBy(delegate: Delegate): number {
    const { notes: onWall } = delegate.wall()
    return [...writtenAt.keys()].filter((id) => onWall.has(id)).length
  }
}

function placesOf(who: readonly InventedDelegate[]): ReadonlyMap<string, WallPoint> {
  const countries = [...new Set(who.map(({ country }) => country))]
  return new Map(
    countries.map((country, index) => [
      country,
      [(index % COUNTRIES_ABREAST) * COUNTRY_WIDTH, Math.floor(index / COUNTRIES_ABREAST) * COUNTRY_WIDTH],
    ]),
  )
}

const wander = ([x, y]: WallPoint, random: () => number): WallPoint => [
  Math.round(x + random() * COUNTRY_WIDTH),
  Math.round(y + random() * COUNTRY_WIDTH),
]
