import type { Doc } from 'yjs'
import { sidesOf } from '#shared/permissions/can.ts'
import type { OwnContact } from '#shared/protocol/api.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { readBin, readWall } from '#shared/wall/readWall.ts'
import { NOTE_KINDS, ROOT, type Card, type Note, type PairState, type Person } from '#shared/wall/schema.ts'
import { parsePairKey } from '#shared/wall/pairFacts.ts'

/** All that a wall knows about one person; times are milliseconds since 1970. */
export interface MyData {
  readonly title: string
  /** Its address, without a key. */
  readonly wall: string
  readonly takenAt: number
  readonly person: Person | undefined
  readonly contact: string
  /** When the organiser's record was allowed to carry it; `null` for never. */
  readonly consentedAt: number | null
  readonly notes: readonly (Note & { readonly isInBin: boolean })[]
  readonly pairs: readonly MyPair[]
}
interface MyPair {
  readonly state: PairState | undefined
  readonly need: PairedNote | undefined
  readonly offer: PairedNote | undefined
  /** The way forward, where one is a side of the pair. */
  readonly card: Card | undefined
  /** What one said about it, as it is kept. */
  readonly said: readonly { readonly what: string; readonly at: number; readonly line: string }[]
}
type PairedNote = Pick<Note, 'text' | 'name' | 'country' | 'lang'>

interface Beside extends OwnContact {
  readonly wall: string
  readonly takenAt: number
}

/** @param beside what the server keeps of this person and is not on the board */
export function gatherMyData(doc: Doc, me: ParticipantId, { contact, consentedAt, wall: address, takenAt }: Beside): MyData {
  const wall = readWall(doc)
  const isMine = ({ author }: Note): boolean => author === me
  const notes = [
    ...[...wall.notes.values()].filter(isMine).map((note) => ({ ...note, isInBin: false })),
    ...readBin(doc).filter(({ note }) => isMine(note)).map(({ note }) => ({ ...note, isInBin: true })),
  ]
  const paired = (note: Note | undefined): PairedNote | undefined => note && { text: note.text, name: note.name, country: note.country, lang: note.lang }
  const pairs = [...wall.pairs.values()].flatMap((pair): MyPair[] => {
    const said = [...doc.getMap<unknown>(ROOT.pairs)].flatMap(([key, value]) => {
      const fact = parsePairKey(key)
      const { by, at = 0, line = '' } = (value ?? {}) as { by?: string; at?: number; line?: string }
      const isOwn = by === me || (fact?.fact === 'dismissed' && fact.whose === me)
      return fact?.pair === pair.id && isOwn ? [{ what: fact.fact, at, line }] : []
    })
    const isSide = sidesOf(wall, pair.id, me).length > 0
    if (!isSide && said.length === 0) return []
    const [need, offer] = NOTE_KINDS.map((side) => paired(wall.notes.get(pair[side])))
    return [{ state: pair.state, need, offer, card: isSide ? pair.card : undefined, said: said.sort((a, b) => a.at - b.at) }]
  })
  return { title: wall.settings.title, wall: address, takenAt, person: wall.people.get(me), contact, consentedAt, notes, pairs }
}
