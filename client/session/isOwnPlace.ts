import * as Y from 'yjs'
import { may } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import { pairOfCard } from '#shared/wall/cards.ts'
import type { NoteId, PairId, ParticipantId } from '#shared/wall/ids.ts'
import { parsePairKey } from '#shared/wall/pairFacts.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { BoardPlace } from './changesHeldBack.ts'

/** Whether what stands there in the board, in the bin too, is this person's own, so that they may take of it away; a facilitator corrects everything. */
export function isOwnPlace(board: Y.Doc, role: Role, person: ParticipantId | undefined, { root, key }: BoardPlace): boolean {
  if (role === 'viewer' || person === undefined) return false
  if (role === 'facilitator') return true
  const authorOf = (id: NoteId): ParticipantId | undefined => {
    const note = board.getMap(ROOT.notes).get(id)
    return note instanceof Y.Map ? (note.get('author') as ParticipantId) : undefined // compared, and nothing else
  }
  const hasSide = (pair: PairId): boolean => may(role, person, { type: 'reopenPair', pair }, authorOf)
  switch (root) {
    case ROOT.notes:
      return authorOf(key as NoteId) === person
    case ROOT.people:
      return key === person
    case ROOT.cards: {
      const pair = pairOfCard(key)
      return pair !== undefined && hasSide(pair)
    }
    case ROOT.pairs: {
      const fact = parsePairKey(key)
      return fact !== undefined && (fact.whose === person || hasSide(fact.pair))
    }
    default:
      return false
  }
}
