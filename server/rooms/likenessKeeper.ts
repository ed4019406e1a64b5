import type * as Y from 'yjs'
import { guessLanguage } from '#shared/matching/guessLanguage.ts'
import { saysNothing } from '#shared/matching/saysNothing.ts'
import { pairIdOf, type NoteId, type WallId } from '#shared/wall/ids.ts'
import { parseLikeness, type Likeness } from '#shared/wall/likenesses.ts'
import { readNote } from '#shared/wall/readWall.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { ComparedNote } from '../model/alikeNotes.ts'
import type { Model, ModelSeat } from '../model/model.ts'

interface KeeperOptions {
  readonly wall: WallId
  readonly model: Model
  /** The document as it stands; the room may put another one in its place. */
  readonly doc: () => Y.Doc
  readonly edit: (change: (doc: Y.Doc) => void) => Promise<void>
  /** Whether this server is the one that compares the notes of the wall; of several, one is. */
  readonly isChosen: () => Promise<boolean>
  /** Notes arrive letter by letter: so long the model waits for more. */
  readonly waitMs: number
  /** How often a server that was not chosen asks again: the other one may be gone. */
  readonly askAgainMs: number
}

type Notes = Y.Map<unknown>

/** Notes that the model reads in one go: a second or two with a model of a hundred megabytes. */
const MOST_AT_ONCE = 50

/** Tells the model what is on an open wall, and writes on the board what it finds: server-written facts, for every list to agree. */
export class LikenessKeeper {
  readonly #options: KeeperOptions
  readonly #seat: ModelSeat
  #notes: Notes | undefined
  readonly #changed = new Set<NoteId>()
  /** What the model knows. */
  readonly #told = new Map<NoteId, ComparedNote>()
  #timer: NodeJS.Timeout | undefined
  #isAsking = false
  /** Whether the model was told a part only. */
  #hasMore = false
  #isClosed = false

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#seat = options.model.follow(options.wall, (likenesses) => this.#hear(likenesses))
  }

  /** To be called after each tick: from the first on every change is heard, and all is looked at anew where the document was replaced. */
  follow(): void {
    const notes: Notes = this.#options.doc().getMap(ROOT.notes)
    if (notes === this.#notes || this.#isClosed) return
    this.#notes?.unobserveDeep(this.#onNotes)
    this.#notes = notes
    notes.observeDeep(this.#onNotes)
    this.#note([...this.#told.keys(), ...(notes.keys() as IterableIterator<NoteId>)])
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#notes?.unobserveDeep(this.#onNotes)
    this.#seat.leave()
  }

  readonly #onNotes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const { path, changes } of events) this.#note(path.length > 0 ? [path[0] as NoteId] : ([...changes.keys.keys()] as NoteId[]))
  }

  #note(ids: readonly NoteId[]): void {
    for (const id of ids) this.#changed.add(id)
    this.#wake(this.#options.waitMs)
  }

  #wake(ms: number): void {
    if (this.#changed.size === 0 || this.#isAsking || this.#isClosed) return
    this.#timer ??= setTimeout(() => {
      void this.#tellIfChosen()
    }, ms).unref()
  }

  async #tellIfChosen(): Promise<void> {
    const { isChosen, askAgainMs } = this.#options
    const isOurs = await isChosen()
    this.#timer = undefined
    if (this.#isClosed) return
    if (isOurs) this.#tell()
    else this.#wake(askAgainMs)
  }

  /** Some at a time: the model serves other walls in between. */
  #tell(): void {
    const upserts: ComparedNote[] = []
    const removals: NoteId[] = []
    for (const id of this.#changed) {
      if (upserts.length === MOST_AT_ONCE) break
      this.#changed.delete(id)
      const note = comparedNote(id, this.#notes?.get(id))
      const told = this.#told.get(id)
      if (note && !isSame(note, told)) {
        this.#told.set(id, note)
        upserts.push(note)
      } else if (!note && this.#told.delete(id)) removals.push(id)
    }
    this.#isAsking = upserts.length + removals.length > 0 || this.#changed.size > 0
    this.#hasMore = this.#changed.size > 0
    if (this.#isAsking) this.#seat.update(upserts, removals)
  }

  /** Written once all is known that was on the wall: half of it would take away what the other half says. */
  #hear(likenesses: readonly Likeness[]): void {
    this.#isAsking = false
    if (this.#isClosed) return
    if (this.#hasMore) return this.#tell()
    this.#write(likenesses)
    this.#wake(this.#options.waitMs)
  }

  #write(likenesses: readonly Likeness[]): void {
    const found = new Map<string, Likeness>(likenesses.map((alike) => [pairIdOf(alike.need, alike.offer), alike]))
    if (changesOf(this.#options.doc(), found).length === 0) return
    const put = (doc: Y.Doc): void => {
      const board = doc.getMap(ROOT.likenesses)
      for (const [key, alike] of changesOf(doc, found)) {
        if (alike) board.set(key, [alike.strength, alike.sign])
        else board.delete(key)
      }
    }
    // Where the wall is erased meanwhile there is nothing left to be written.
    this.#options.edit((doc) => doc.transact(() => put(doc))).catch(() => undefined)
  }
}

/** What the board is to say anew, and what no longer (`undefined`). */
function changesOf(doc: Y.Doc, found: ReadonlyMap<string, Likeness>): readonly (readonly [string, Likeness | undefined])[] {
  const board = doc.getMap(ROOT.likenesses)
  const gone = [...board.keys()].filter((key) => !found.has(key)).map((key) => [key, undefined] as const)
  const news = [...found].filter(([key, { strength, sign }]) => {
    const now = parseLikeness(key, board.get(key))
    return now?.strength !== strength || now.sign !== sign
  })
  return [...gone, ...news]
}

function comparedNote(id: NoteId, value: unknown): ComparedNote | undefined {
  const note = readNote(id, value)
  // What says nothing in words is near to anything that says little.
  if (!note || saysNothing(note.text, guessLanguage(note.text, note.lang))) return undefined
  const { kind, text, author, name, country, writtenBy } = note
  return { id, kind, text, author, name, country, writtenBy }
}

function isSame(one: ComparedNote, other: ComparedNote | undefined): boolean {
  return other !== undefined && (Object.keys(one) as (keyof ComparedNote)[]).every((key) => one[key] === other[key])
}
