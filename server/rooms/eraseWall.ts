import type { Logger } from 'pino'
import type { WallId } from '#shared/wall/ids.ts'
import type { ErasedWall, Store } from '../storage/store.ts'
import type { Rooms } from './rooms.ts'

/** Sends everybody away from a wall and takes it out of storage, with its links, people, document and versions. */
export async function eraseWall(store: Store, rooms: Rooms, wall: WallId): Promise<ErasedWall> {
  const erased = await rooms.evict(wall, () => store.eraseWall(wall))
  return erased
}

/**
 * Erases the walls whose time has passed.
 * @param now milliseconds since 1970
 * @returns which
 */
export async function eraseDueWalls(store: Store, rooms: Rooms, log: Logger, now: number): Promise<readonly WallId[]> {
  const erased: WallId[] = []
  for (const wall of await store.dueWalls(now)) {
    try {
      await eraseWall(store, rooms, wall)
      erased.push(wall)
    } catch (error) {
      log.error({ wall, err: error }, 'a wall whose time has passed could not be erased; it is tried again')
    }
  }
  return erased
}
