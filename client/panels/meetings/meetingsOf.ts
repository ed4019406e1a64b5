import type { Round, Sitting } from '#shared/meetings/timetable.ts'
import type { Note } from '#shared/wall/schema.ts'

interface OwnMeeting extends Sitting {
  /** Milliseconds since 1970. */
  readonly startsAt: number
  readonly mine: Note
  readonly theirs: Note
}

/** The meetings of one country, in their order. */
export const meetingsOf = (country: string, rounds: readonly Round[]): readonly OwnMeeting[] =>
  rounds.flatMap(({ startsAt, sittings }) =>
    sittings.flatMap((sitting): OwnMeeting[] => {
      const { need, offer } = sitting
      if (need.country === country) return [{ ...sitting, startsAt, mine: need, theirs: offer }]
      return offer.country === country ? [{ ...sitting, startsAt, mine: offer, theirs: need }] : []
    }),
  )
