import { randomBytes } from 'node:crypto'
import { newId, type NoteId } from '#shared/wall/ids.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { Language } from '#shared/wall/schema.ts'

const SENTENCES: readonly (readonly [Language, string])[] = [
  ['en', 'Training for our ministry staff on monitoring of wetlands, with a visit to a country that has done it'],
  ['fr', 'Dix ans d’expérience dans la restauration des mangroves; nous pouvons former'],
  ['es', 'Buscamos una persona experta en indicadores y datos abiertos de biodiversidad'],
  ['ar', 'خبرة عشر سنوات في إدارة المحميات، ويمكننا استقبال زوار'],
  ['zh', '可提供种子库管理的培训和手册'],
]

/** A list of notes to place, as somebody who pastes them would. The same numbers give the same notes, but for their ids. */
export function inventNotes(count: number, random: () => number): Edit[] {
  return Array.from({ length: count }, (_, at) => {
    const [lang, text] = SENTENCES[at % SENTENCES.length] ?? ['en', '']
    const place = [Math.round(random() * 8000), Math.round(random() * 6000)] as const
    return { type: 'placeNote', id: newId<NoteId>(randomBytes), kind: at % 2 === 0 ? 'need' : 'offer', text, lang, name: 'Amina Diallo', country: 'ke', at: place }
  })
}
