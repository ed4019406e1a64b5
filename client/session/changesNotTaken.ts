import type { Refusal } from '#shared/protocol/refusals.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { CARD_TEXTS, type Pair, type Wall } from '#shared/wall/schema.ts'

/** A change of one's own that the server does not have, as its owner knows it. */
export interface LostChange {
  readonly what: 'newNote' | 'noteText' | 'noteLook' | 'card' | 'line'
  /** Whose note it is. */
  readonly name?: string
  /** What was written, where something was. */
  readonly text?: string
}

/** What the server did not take: why, and what it was. */
export interface NotTaken {
  readonly why: readonly Refusal[]
  readonly changes: readonly LostChange[]
}

/**
 * What stands in one's own wall and not in the server's. It may name more than was refused, where somebody else was faster
 * by a moment: rather a text too many to copy than one too few.
 */
export function changesNotTaken(mine: Wall, servers: Wall, me: ParticipantId | undefined): readonly LostChange[] {
  const changes: LostChange[] = []
  for (const [id, { name, text, author, kind, at }] of mine.notes) {
    const there = servers.notes.get(id)
    if (!there && author === me) changes.push({ what: 'newNote', text })
    if (!there) continue
    if (there.text !== text) changes.push({ what: 'noteText', name, text })
    if (there.kind !== kind || there.at.join() !== at.join()) changes.push({ what: 'noteLook', name })
  }
  for (const [id, pair] of mine.pairs) {
    const there = servers.pairs.get(id)
    for (const field of CARD_TEXTS) {
      const text = pair.card[field]
      if (text && text !== there?.card[field]) changes.push({ what: 'card', text })
    }
    const known = there ? linesOf(there, me) : []
    for (const text of linesOf(pair, me)) if (!known.includes(text)) changes.push({ what: 'line', text })
  }
  return changes
}

/** What this person said to the other side of a pair. */
function linesOf({ facts: { interest, answer, outcome } }: Pair, me: ParticipantId | undefined): readonly string[] {
  return [...Object.values(interest), ...Object.values(answer), outcome].flatMap((said) => (said?.by === me && said?.line ? [said.line] : []))
}
