import { LIMITS, type NoteKind } from '#shared/wall/schema.ts'

/** A line of a text that may become a note. */
export interface PastedLine {
  readonly text: string
  /** As the text says itself: "Offer: …", or a heading above. */
  readonly kind: NoteKind | undefined
  readonly isTooLong: boolean
}

/** How texts call the two kinds, at the beginning of a line, in a column of their own, or as a heading. */
const KIND_WORDS: Record<NoteKind, readonly string[]> = {
  need: ['need', 'needs', 'besoin', 'besoins', 'necesidad', 'necesidades', 'necessidade', 'necessidades', 'потребность', 'потребности', 'احتياج', 'احتياجات', 'الاحتياجات', '需求', '需要'],
  offer: ['offer', 'offers', 'offre', 'offres', 'oferta', 'ofertas', 'предложение', 'предложения', 'عرض', 'عروض', 'العروض', '可提供', '提供'],
}

/** What lists begin their lines with: `- `, `• `, `3. `, `3) `, `(a) `, `[ ] `. */
const BULLET = /^(?:[-–—*•·▪◦‣]\s+|\[[ xX]?\]\s+|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)/

/**
 * Takes a text apart into notes, a line each: bullets and numbers go, empty lines too. A cell of a table that says the
 * kind is taken at its word; the other cells of a row are joined.
 */
export function linesToNotes(text: string): readonly PastedLine[] {
  const lines: PastedLine[] = []
  let heading: NoteKind | undefined
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = raw.replace(/[\p{Cc}\u200b\ufeff]/gu, (control) => (control === '\t' ? control : '')).trim().replace(BULLET, '')
    const [first = '', ...cells] = line.split('\t').map((cell) => cell.trim()).filter(Boolean)
    const ownCell = cells.length > 0 ? kindOf(first) : undefined
    const said = ownCell ? undefined : sayingKind(first)
    const words = ownCell ? cells.join(', ') : [said?.rest ?? first, ...cells].filter(Boolean).join(', ')
    if (said && !words) {
      heading = said.kind
      continue
    }
    if (words) lines.push({ text: words, kind: ownCell ?? said?.kind ?? heading, isTooLong: words.length > LIMITS.noteText })
  }
  return lines
}

function kindOf(word: string): NoteKind | undefined {
  const plain = word.toLowerCase()
  return KIND_WORDS.need.includes(plain) ? 'need' : KIND_WORDS.offer.includes(plain) ? 'offer' : undefined
}

/** "Offer: soil maps" */
function sayingKind(line: string): { kind: NoteKind; rest: string } | undefined {
  const [, word = '', rest = ''] = /^(\S{1,16}?)\s*[:：]\s*(.*)$/u.exec(line) ?? []
  const kind = kindOf(word)
  return kind && { kind, rest }
}
