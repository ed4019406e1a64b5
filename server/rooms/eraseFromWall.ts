import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import { eraseNames, type ErasedNames, type Erasing } from '#shared/wall/eraseNames.ts'
import type { ErasedPeople, Store } from '../storage/store.ts'
import type { Rooms } from './rooms.ts'

/** What was there of them, on the board, in storage and in the versions. */
export type ErasedFromWall = ErasedNames & Pick<ErasedPeople, 'people' | 'contacts'> & {
  /** Versions that were written anew without the names, and those that could not be read and were dropped. */
  readonly versions: number
  readonly dropped: number
}

/**
 * Takes names out of a wall that stays: out of the list of people, off the board, out of the log of how it came to be, and out of every
 * version. Who is erased is sent away first, so that no device of theirs brings anything back. Whatever of it fails can be done once more.
 * @throws when storage refuses
 */
export async function eraseFromWall(store: Store, rooms: Rooms, wall: WallId, erasing: Erasing): Promise<ErasedFromWall> {
  const { who } = erasing
  const at = Date.now()
  const stored = await store.erasePeople(wall, who)
  if (who !== 'everybody') await rooms.dismiss(wall, ({ pass }) => pass.participant === who, 'personErased')
  const hold = await rooms.hold(wall)
  try {
    const { room } = hold
    let board: ErasedNames | undefined
    await room.edit((doc) => {
      board = eraseNames(doc, erasing, at)
    })
    await room.dropPast()
    await room.history.settled()
    const versions = await eraseFromVersions(store, wall, erasing, at)
    await store.wipe()
    const { people = 0, nameless = 0, notes = 0, lines = 0, cards = 0 } = board ?? {}
    return { people: Math.max(people, stored.people), contacts: stored.contacts, nameless, notes, lines, cards, ...versions }
  } finally {
    hold.release()
  }
}

async function eraseFromVersions(store: Store, wall: WallId, erasing: Erasing, at: number): Promise<{ versions: number; dropped: number }> {
  const damaged: number[] = []
  const versions = await store.listVersions(wall)
  for (const { id } of versions) {
    const state = await store.loadVersion(wall, id)
    const erased = state && withoutNames(state, erasing, at)
    if (erased) await store.rewriteVersion(wall, id, erased)
    else damaged.push(id) // nobody can tell what is in it
  }
  if (damaged.length > 0) await store.dropVersions(wall, damaged)
  return { versions: versions.length - damaged.length, dropped: damaged.length }
}

function withoutNames(state: Uint8Array, erasing: Erasing, at: number): Uint8Array | undefined {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, state)
    eraseNames(doc, erasing, at)
    return Y.encodeStateAsUpdate(doc)
  } catch {
    return undefined // it is told as one that was dropped
  }
}
