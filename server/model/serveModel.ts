import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import type { NoteId, WallId } from '#shared/wall/ids.ts'
import type { Likeness } from '#shared/wall/likenesses.ts'
import { AlikeNotes, type ComparedNote } from './alikeNotes.ts'
import { markOf, type Mark } from './markOf.ts'
import type { Embed } from './openEmbedder.ts'

/** What the server says to its model in the worker. Requests are taken in order. */
export type ModelRequest =
  /** What came, changed or left; answered by all that is alike on this wall then. */
  | { readonly type: 'update'; readonly wall: WallId; readonly upserts: readonly ComparedNote[]; readonly removals: readonly NoteId[] }
  | { readonly type: 'forget'; readonly wall: WallId }

export type ModelAnswer =
  | { readonly type: 'ready'; readonly mark: Mark }
  | { readonly type: 'alike'; readonly wall: WallId; readonly likenesses: readonly Likeness[] }
  /** It could not be opened, or has failed; nothing comes after it. */
  | { readonly type: 'broken'; readonly why: string }

/** A note that the model stumbles over is passed over; after so many in a row it is the model that is broken. */
const MOST_FAILURES = 5

/** A model behind messages: says `ready` once it has been tried, or `broken`. */
export function serveModel(open: () => Promise<Embed>, labels: TopicLabels, answer: (message: ModelAnswer) => void): (request: ModelRequest) => void {
  const walls = new Map<WallId, AlikeNotes>()
  const opened = open().then(async (embed) => {
    const mark = await markOf(embed, labels)
    answer({ type: 'ready', mark })
    return { embed, from: mark.from }
  })
  let isBroken = false
  let failures = 0
  const fail = (error: unknown): void => {
    if (!isBroken) answer({ type: 'broken', why: error instanceof Error ? error.message : String(error) })
    isBroken = true
  }
  let work: Promise<void> = opened.then(() => undefined, fail)

  async function serve(request: ModelRequest): Promise<void> {
    if (isBroken) return
    const { wall } = request
    if (request.type === 'forget') {
      walls.delete(wall)
      return
    }
    const { embed, from } = await opened
    const notes = walls.get(wall) ?? new AlikeNotes(from)
    walls.set(wall, notes)
    for (const id of request.removals) notes.remove(id)
    for (const note of request.upserts) {
      const vector = notes.vectorOf(note.id, note.text) ?? (await read(embed, note.text))
      if (vector) notes.put(note, vector)
      else notes.remove(note.id)
    }
    answer({ type: 'alike', wall, likenesses: notes.likenesses() })
  }
  async function read(embed: Embed, text: string): Promise<Float32Array | undefined> {
    try {
      const vector = await embed(text)
      failures = 0
      return vector
    } catch (error) {
      if (++failures === MOST_FAILURES) throw error
      return undefined
    }
  }
  return (request) => {
    work = work.then(() => serve(request)).catch(fail)
  }
}
