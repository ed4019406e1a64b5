import { useMemo, useState } from 'react'
import type { Wall } from '#shared/wall/schema.ts'
import { createOutcome } from './createOutcome.ts'
import { useSessionState } from './SessionContext.tsx'

/**
 * What comes out of the whole wall: drawn again only when something else comes out, see `createOutcome`.
 * @param compute always the same function while it computes the same
 */
export function useOfWall<T extends object>(compute: (wall: Wall) => T): T {
  const [outcome] = useState(createOutcome<T>)
  return useSessionState(useMemo(() => outcome(compute), [outcome, compute]))
}
