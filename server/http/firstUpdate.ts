import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { SAMPLE_NOTES, type SampleNote } from '#shared/sample/sampleNotes.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { newId, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { ROOT, SCHEMA_VERSION, type Settings, type WallPoint } from '#shared/wall/schema.ts'

interface FirstContent extends Pick<Settings, 'title' | 'place' | 'days' | 'language' | 'themes' | 'countries'> {
  /** Whether to put up the notes of the sample workshop. */
  readonly sample: boolean
}

/**
 * What a new wall's document begins with, as one update.
 * @param now milliseconds since 1970
 */
export function firstUpdate({ title, place, days, language, themes, countries, sample }: FirstContent, now: number): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    const settings = doc.getMap(ROOT.settings)
    const content = { schema: SCHEMA_VERSION, title, ...(place && { place }), ...(days && { days: { ...days } }), language, themes: [...themes], countries: [...countries] }
    for (const [key, value] of Object.entries(content)) settings.set(key, value)
    if (sample) putUpSample(doc, now)
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Room for one note and the space around it, in wall units. */
const COLUMN = 230
const ROW = 250
/** Countries side by side before the next band begins: a wall about as wide as a screen. */
const COUNTRIES_ABREAST = 10

/** A column for each country, its notes one under the other. */
function putUpSample(doc: Y.Doc, now: number): void {
  const columns = [...new Set(SAMPLE_NOTES.map(({ country }) => country))].map((country) =>
    SAMPLE_NOTES.filter((note) => note.country === country),
  )
  const people = new Map<string, ParticipantId>()
  const personCalled = (name: string): ParticipantId => {
    const person = people.get(name) ?? newId<ParticipantId>(randomBytes)
    people.set(name, person)
    return person
  }
  let top = 0
  for (let first = 0; first < columns.length; first += COUNTRIES_ABREAST) {
    const band = columns.slice(first, first + COUNTRIES_ABREAST)
    band.forEach((notes, column) => {
      notes.forEach((note, row) => putUp(doc, note, [column * COLUMN, top + row * ROW], personCalled(note.name), now))
    })
    top += Math.max(...band.map((notes) => notes.length)) * ROW
  }
}

function putUp(doc: Y.Doc, note: SampleNote, at: WallPoint, participant: ParticipantId, now: number): void {
  const { name, country } = note
  const id = newId<NoteId>(randomBytes)
  const edits: Edit[] = [
    { type: 'greet', name, country, institution: '' },
    { type: 'placeNote', id, at, ...note },
  ]
  applyEdits(doc, edits, { participant, now, origin: undefined })
}
