import type { Person } from '#shared/wall/schema.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'

/** Who has the wall open now, each person once however many devices they use; oneself comes first. */
export function usePeopleHere(): readonly Person[] {
  const { me } = useSession()
  return useSessionState(({ others, wall }) => {
    const here = new Map(me ? [[me.id, me]] : [])
    for (const { participant } of others.values()) {
      const person = wall.people.get(participant)
      if (person && !here.has(participant)) here.set(participant, person)
    }
    return [...here.values()]
  })
}
