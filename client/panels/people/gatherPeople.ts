import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Person } from '#shared/wall/schema.ts'

interface Attendee {
  readonly person: Person
  readonly isHere: boolean
}
export interface CountryGroup {
  readonly country: string
  readonly attendees: readonly Attendee[]
}

/**
 * Everybody who has joined, by country; in each country those who are here come first, then by name.
 * @param here participants with a connection now, oneself included
 * @param compare compares two names of people or countries for this reader
 * @returns countries in the order of the names that `countryName` gives
 */
export function gatherPeople(
  people: Iterable<Person>,
  here: ReadonlySet<ParticipantId>,
  countryName: (code: string) => string,
  compare: (a: string, b: string) => number,
): readonly CountryGroup[] {
  const groups = new Map<string, Attendee[]>()
  for (const person of people) {
    const group = groups.get(person.country) ?? []
    groups.set(person.country, group)
    group.push({ person, isHere: here.has(person.id) })
  }
  for (const group of groups.values()) group.sort((a, b) => Number(b.isHere) - Number(a.isHere) || compare(a.person.name, b.person.name))
  return [...groups]
    .map(([country, attendees]) => ({ country, attendees }))
    .sort((a, b) => compare(countryName(a.country), countryName(b.country)))
}
