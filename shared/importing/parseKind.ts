import type { NoteKind } from '../wall/schema.ts'
import { fold } from './headings.ts'

/** As our own tables and people write them, in seven languages, as `fold` writes them. */
const WORDS: Readonly<Record<NoteKind, readonly string[]>> = {
  need: ['need', 'needs', 'n', 'besoin', 'besoins', 'necesidad', 'necesidades', 'necessidade', 'necessidades', 'потребность', 'потребности', 'нужда', '需求', '需要', 'احتياج', 'احتياجات', 'حاجة'],
  offer: ['offer', 'offers', 'o', 'offre', 'offres', 'oferta', 'ofertas', 'предложение', 'предложения', '可提供', '提供', 'عرض', 'عروض'],
}

/** @returns `undefined` for what is neither */
export function parseKind(text: string): NoteKind | undefined {
  const word = fold(text)
  return WORDS.need.includes(word) ? 'need' : WORDS.offer.includes(word) ? 'offer' : undefined
}
