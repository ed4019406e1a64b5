import { isAnotherMatter } from '#shared/matching/isAnotherMatter.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Pair, type Wall } from '#shared/wall/schema.ts'

/** Whether this person has called the two notes no match, and neither has been rewritten since. */
export function isDismissed({ facts, need, offer }: Pair, person: ParticipantId | undefined, notes: Wall['notes']): boolean {
  const dismissal = person === undefined ? undefined : facts.dismissed.get(person)
  if (!dismissal) return false
  const now = { need: notes.get(need)?.text, offer: notes.get(offer)?.text }
  return NOTE_KINDS.every((kind) => {
    const [before, after] = [dismissal[kind], now[kind]]
    return before === undefined || after === undefined || !isAnotherMatter(before, after)
  })
}
