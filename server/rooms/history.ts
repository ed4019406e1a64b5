import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { readSettings, readWall } from '#shared/wall/readWall.ts'
import type { Store, Version } from '../storage/store.ts'
import { WallGone } from '../storage/wallGone.ts'
import { expendableVersions } from './expendableVersions.ts'
import type { Timing } from './timing.ts'

interface HistoryOptions {
  readonly wall: WallId
  readonly store: Store
  readonly log: Logger
  readonly timing: Timing
}

/** Keeps versions of a wall that is open: a while after it was written on, when it is locked, and when somebody asks. */
export class History {
  readonly #options: HistoryOptions
  /** The document as it stands; the room may put another one in its place. */
  readonly #doc: () => Y.Doc
  #timer: NodeJS.Timeout | undefined
  #isLocked: boolean
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(options: HistoryOptions, doc: () => Y.Doc) {
    this.#options = options
    this.#doc = doc
    this.#isLocked = readSettings(doc()).locked !== undefined
  }

  /** Something was committed. */
  committed(): void {
    this.#timer ??= setTimeout(() => this.#keepOfTheTime(), this.#options.timing.versionMs).unref()
    const { locked } = readSettings(this.#doc())
    if (locked && !this.#isLocked) this.#keeping = this.#tryKeep('lock', locked.by)
    this.#isLocked = locked !== undefined
  }

  /** @throws when storage refuses */
  async keep(why: Version['why'], by: ParticipantId | undefined, unlessSince?: number): Promise<void> {
    const { store, wall } = this.#options
    const doc = this.#doc()
    const now = Date.now()
    const version = { at: now, why, by, notes: readWall(doc).notes.size }
    if (!(await store.saveVersion(wall, version, Y.encodeStateAsUpdate(doc), unlessSince))) return
    const expendable = expendableVersions(await store.listVersions(wall), now)
    if (expendable.length > 0) await store.dropVersions(wall, expendable)
  }

  /** Resolves when what was being kept is kept, or could not be. */
  async settled(): Promise<void> {
    await this.#keeping
  }

  /** Keeps what was written since the last version. From then on it does nothing by itself. */
  async close(): Promise<void> {
    if (this.#timer) this.#keepOfTheTime()
    await this.#keeping
  }

  #keepOfTheTime(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    // Another server of the same wall may have counted the same time, and a room that often closes has just kept one.
    this.#keeping = this.#tryKeep('time', undefined, Date.now() - this.#options.timing.versionMs + 1)
  }

  async #tryKeep(why: Version['why'], by: ParticipantId | undefined, unlessSince?: number): Promise<void> {
    const { wall, log } = this.#options
    try {
      await this.keep(why, by, unlessSince)
    } catch (error) {
      if (error instanceof WallGone) return // and so are its versions
      log.error({ wall, err: error }, 'a version could not be kept; the wall itself is not touched by that')
    }
  }
}
