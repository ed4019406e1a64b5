import { IN_TOUCH, standingPairs } from '../record/standingPairs.ts'
import type { Wall } from '../wall/schema.ts'
import type { IncomingNote, IncomingRow } from './parseRows.ts'

/** Which notes of an earlier wall are brought to a new one. */
export const CHOICES = ['open', 'needs', 'offers', 'all'] as const
export type Choice = (typeof CHOICES)[number]

/**
 * Notes of an earlier wall: needs that nobody is in contact about, offers that nobody has taken up, both, or all.
 * @param known notes that hang on the new wall already
 */
export function notesLeftOpen(wall: Wall, choice: Choice, known: Iterable<Pick<IncomingNote, 'kind' | 'text' | 'country' | 'name'>>): readonly IncomingRow[] {
  const touched = new Set(standingPairs(wall).flatMap(({ need, offer, state }) => (IN_TOUCH.has(state) ? [need.id, offer.id] : [])))
  const there = new Set(Array.from(known, ({ kind, text, country, name }) => JSON.stringify([kind, country, name, text.trim()])))
  const wanted = [...wall.notes.values()].filter(({ id, kind }) => choice === 'all' || (!touched.has(id) && (choice === 'open' || choice === `${kind}s`)))
  return wanted.map(({ kind, text, name, country, lang, places, withheld }, at): IncomingRow => {
    const isThere = there.has(JSON.stringify([kind, country, name, text.trim()]))
    const note: IncomingNote = { kind, text, name, country, lang: lang === 'und' ? undefined : lang, places, ...(withheld && { withheld }) }
    return { row: at + 1, seen: { text, kind, name, country }, note: isThere ? undefined : note, problems: isThere ? ['twice'] : [] }
  })
}
