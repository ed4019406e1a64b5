import type { Store } from '../storage/store.ts'
import { StorageRefuses } from '../storage/storageRefuses.ts'
import { WallGone } from '../storage/wallGone.ts'
import type { Meters } from './meters.ts'

/** The storage with a watch on it: how long its writing takes, and whether it refuses. */
interface WatchedStore {
  /** Its calls fail with {@link StorageRefuses}, or with {@link WallGone}, alone. */
  readonly store: Store
  /** Whether storage takes what it is given, by what it did within the last second; if it did nothing, it is tried. */
  readonly takes: () => Promise<boolean>
}

const FRESH_MS = 1000

export function watchStore(store: Store, meters: Meters): WatchedStore {
  let lastWriting: { readonly succeeded: boolean; readonly at: number } | undefined
  let trial: Promise<boolean> | undefined

  async function reading<T>(call: Promise<T>): Promise<T> {
    try {
      return await call
    } catch (error) {
      throw error instanceof WallGone ? error : new StorageRefuses(error)
    }
  }
  async function writing<T>(call: Promise<T>): Promise<T> {
    const start = performance.now()
    let succeeded = false
    try {
      const result = await reading(call)
      succeeded = true
      meters.commitTook(performance.now() - start)
      return result
    } catch (error) {
      succeeded = error instanceof WallGone // storage works: it has just erased what this was about
      throw error
    } finally {
      lastWriting = { succeeded, at: performance.now() }
    }
  }
  const tryWriting = (): Promise<boolean> =>
    (trial ??= writing(store.tryWriting())
      .then(
        () => true,
        () => false, // that is the answer
      )
      .finally(() => (trial = undefined)))

  return {
    store: {
      makeWall: (wall) => writing(store.makeWall(wall)),
      hasWall: (wall) => reading(store.hasWall(wall)),
      keptUntil: (wall) => reading(store.keptUntil(wall)),
      setKeptUntil: (wall, until) => writing(store.setKeptUntil(wall, until)),
      dueWalls: (now) => reading(store.dueWalls(now)),
      eraseWall: (wall) => writing(store.eraseWall(wall)),
      wasErased: (wall) => reading(store.wasErased(wall)),
      findLink: (wall, keyHash) => reading(store.findLink(wall, keyHash)),
      currentLink: (wall, role) => reading(store.currentLink(wall, role)),
      renewLink: (wall, role, keyHash) => writing(store.renewLink(wall, role, keyHash)),
      findParticipant: (wall, id) => reading(store.findParticipant(wall, id)),
      saveParticipant: (wall, participant) => writing(store.saveParticipant(wall, participant)),
      removeParticipant: (wall, id) => writing(store.removeParticipant(wall, id)),
      readmitParticipant: (wall, id) => writing(store.readmitParticipant(wall, id)),
      removedParticipants: (wall) => reading(store.removedParticipants(wall)),
      saveContact: (...contact) => writing(store.saveContact(...contact)),
      openContacts: (wall) => reading(store.openContacts(wall)),
      countContacts: (wall) => reading(store.countContacts(wall)),
      eraseContacts: (wall) => writing(store.eraseContacts(wall)),
      erasePeople: (wall, whom) => writing(store.erasePeople(wall, whom)),
      load: (wall) => reading(store.load(wall)),
      since: (wall, seq) => reading(store.since(wall, seq)),
      append: (wall, update) => writing(store.append(wall, update)),
      compact: (wall, snapshot, seq) => writing(store.compact(wall, snapshot, seq)),
      setAside: (wall, seq, why) => writing(store.setAside(wall, seq, why)),
      claimClients: (wall, claims) => writing(store.claimClients(wall, claims)),
      loadClaims: (wall) => reading(store.loadClaims(wall)),
      saveVersion: (...version) => writing(store.saveVersion(...version)),
      listVersions: (wall) => reading(store.listVersions(wall)),
      loadVersion: (wall, id) => reading(store.loadVersion(wall, id)),
      dropVersions: (wall, ids) => writing(store.dropVersions(wall, ids)),
      rewriteVersion: (...version) => writing(store.rewriteVersion(...version)),
      wipe: () => writing(store.wipe()),
      serverSecret: () => writing(store.serverSecret()),
      tryWriting: () => writing(store.tryWriting()),
      close: () => store.close(),
    },
    takes: async () =>
      lastWriting && performance.now() - lastWriting.at < FRESH_MS ? lastWriting.succeeded : tryWriting(),
  }
}
