import type { Store } from '../storage/store.ts'
import type { Meters } from './meters.ts'

/** The storage with a watch on its writing: how long it takes, and whether it refuses. */
interface WatchedStore {
  readonly store: Store
  /** Whether storage takes what it is given. After a refusal it is tried, but no oftener than once a second. */
  readonly takes: () => Promise<boolean>
}

const TRY_AGAIN_MS = 1000

export function watchStore(store: Store, meters: Meters): WatchedStore {
  let isRefusing = false
  let trial: Promise<boolean> | undefined

  async function watched<T>(writing: Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      const result = await writing
      isRefusing = false
      meters.commitTook(performance.now() - start)
      return result
    } catch (error) {
      isRefusing = true
      throw error
    }
  }
  /** Nobody may be writing any more just because it refused: then only a trial can show that it takes again. */
  function tryIt(): Promise<boolean> {
    trial ??= watched(store.tryWriting()).then(
      () => true,
      () => false, // whoever wanted to save something was told, and the log too
    ).finally(() => setTimeout(() => (trial = undefined), TRY_AGAIN_MS).unref())
    return trial
  }
  return {
    store: {
      ...store,
      makeWall: (wall) => watched(store.makeWall(wall)),
      saveParticipant: (wall, participant) => watched(store.saveParticipant(wall, participant)),
      append: (wall, update) => watched(store.append(wall, update)),
      compact: (wall, snapshot, seq) => watched(store.compact(wall, snapshot, seq)),
      saveVersion: (...version) => watched(store.saveVersion(...version)),
    },
    takes: async () => !isRefusing || tryIt(),
  }
}
