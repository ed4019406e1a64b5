import type { Matches } from '../panels/matching/createMatches.ts'
import { MatchPanel } from '../panels/matching/MatchPanel.tsx'
import { RequestsList } from '../panels/pairs/RequestsList.tsx'
import { SeekingSupport } from '../panels/pairs/SeekingSupport.tsx'

/** What waits for an answer, who may help whom, and which pairs seek support. */
export function MatchesPanel({ matches }: { matches: Matches }) {
  return (
    <>
      <RequestsList />
      <MatchPanel matches={matches} />
      <SeekingSupport />
    </>
  )
}
