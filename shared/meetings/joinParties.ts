import type { NoteId } from '#shared/wall/ids.ts'

/**
 * Who sits at one table together, named after one of its countries: a country, with every other country for which one of its
 * people also wrote (they had another country in the corner before, say). So who keeps parties apart keeps people apart.
 */
export function joinParties(notes: readonly { readonly id: NoteId; readonly country: string; readonly person: string }[]): (note: NoteId) => string {
  const above = new Map<string, string>()
  const rootOf = (party: string): string => {
    let root = party
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    return root
  }
  const countryOf = new Map<string, string>()
  for (const { country, person } of notes) {
    const [one, other] = [rootOf(countryOf.get(person) ?? country), rootOf(country)]
    countryOf.set(person, country)
    if (one < other) above.set(other, one)
    else if (other < one) above.set(one, other)
  }
  const parties = new Map(notes.map(({ id, country }) => [id, country]))
  return (note) => rootOf(parties.get(note) ?? '')
}
