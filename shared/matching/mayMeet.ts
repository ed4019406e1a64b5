import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'

type Corner = Pick<Note, 'author' | 'name' | 'country' | 'writtenBy'>

/** Matches are looked for between countries, so also between people. */
export function mayMeet(one: Corner, other: Corner): boolean {
  return one.country !== other.country && writerOf(one) !== writerOf(other)
}

/** Whose note it is. A facilitator who writes for others is not the one who needs or offers: then the corner says who does. */
function writerOf(note: Corner): ParticipantId | string {
  return note.writtenBy === undefined ? note.author : `${note.name} ${note.country}`
}
