import type { ParticipantId } from './ids.ts'
import type { PairFacts, PairState, Support } from './schema.ts'

/** Somebody's offer to support a pair, and how it stands with its two sides. */
export interface OfferedSupport extends Support {
  readonly standing: 'offered' | 'accepted' | 'declined'
  /** Which of the two said so; `undefined` while it is only offered. */
  readonly answeredBy: ParticipantId | undefined
}

/** States in which a pair can be supported: somebody works on it, and it is not over. */
export const SUPPORTABLE: ReadonlySet<PairState | undefined> = new Set<PairState>(['interested', 'contacted', 'agreed'])

/** Who offers to support a pair, the oldest offer first. An answer to an earlier offer of the same person is none to this one. */
export function supportsOf({ support, supported }: PairFacts): readonly OfferedSupport[] {
  return [...support.values()]
    .map((offer): OfferedSupport => {
      const said = supported.get(offer.by)
      const answer = said?.to === offer.at ? said : undefined
      return { ...offer, standing: !answer ? 'offered' : answer.accepted ? 'accepted' : 'declined', answeredBy: answer?.by }
    })
    .sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1))
}

/** Those whose support a side has accepted. */
export const supportersOf = (facts: PairFacts): readonly OfferedSupport[] => supportsOf(facts).filter(({ standing }) => standing === 'accepted')
