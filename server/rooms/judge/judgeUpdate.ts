import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Incoming } from './decodeUpdate.ts'
import { Draft, type Bench, type Verdict } from './draft.ts'
import { judgeDeletions } from './judgeDeletions.ts'
import { judgeStructs } from './judgeStructs.ts'
import { Locator } from './locate.ts'
import type { Sender } from './rules.ts'

/**
 * Judges an update before it touches the document. What its sender may not do is replaced by placeholders of the same
 * length, which show nothing and change nothing, so that what the sender does afterwards still has its predecessors; what
 * hangs on something that is not here is left out. The document thus never holds a change that was refused, and never
 * one that waits.
 * @see docs/adr/0006-the-judge.md
 */
export function judgeUpdate(incoming: Incoming, bench: Bench, sender: Sender): Verdict {
  const first = attempt(incoming, bench, sender, NOTHING)
  // A note of which a part was refused does not go up in pieces: judged once more, it is refused as a whole.
  return first.unfit.size > 0 ? attempt(incoming, bench, sender, first.unfit).verdict : first.verdict
}

const NOTHING: ReadonlyMap<string, Refusal> = new Map()

function attempt(incoming: Incoming, bench: Bench, sender: Sender, refused: ReadonlyMap<string, Refusal>) {
  const draft = new Draft(incoming, bench, sender)
  const locator = new Locator(bench.roots, (id) => draft.find(id))
  const { kept, unfit } = judgeStructs(draft, locator, refused)
  const isBearable = draft.reckonAgain((item) => locator.spotOf(item))
  if (isBearable && incoming.deletions.size > 0) judgeDeletions(draft, locator, kept)
  return { verdict: draft.verdict(), unfit }
}
