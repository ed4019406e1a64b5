import { boxAt } from '../layout/box.ts'
import { pairCurve } from '../layout/pairCurve.ts'
import type { Colour, PathCommand, PdfPage } from '../pdf/PdfPage.ts'
import type { SetLine, Typesetter } from '../pdf/Typesetter.ts'
import type { PairState } from '../wall/schema.ts'
import { ACCENT, PAPER } from './palette.ts'
import type { PlacedNote, ToPage } from './placedNote.ts'
import { setWords } from './setWords.ts'
import type { WallRecord } from './WallRecord.ts'

/** A pair that came to nothing is not drawn, nor one that only a facilitator has thought of. */
type StandingState = Exclude<PairState, 'suggested' | 'declined' | 'dropped'>

const isStanding = (state: PairState): state is StandingState => state !== 'suggested' && state !== 'declined' && state !== 'dropped'
const isSettled = (state: StandingState): boolean => state === 'agreed' || state === 'done'

/** Lines between the notes of each pair, in the looks and curves they have on the screen. */
export function drawJoins(page: PdfPage, record: WallRecord, placed: readonly PlacedNote[], toPage: ToPage, scale: number): void {
  for (const { need, offer, state } of record.pairs) {
    const [from, to] = [placed[need - 1], placed[offer - 1]]
    if (!isStanding(state) || !from || !to) continue
    const { start, bend, end } = pairCurve(boxAt(from.note.at, from.layout), boxAt(to.note.at, to.layout))
    const [a, b, c, d] = [toPage(start), toPage(bend[0]), toPage(bend[1]), toPage(end)]
    drawJoin(page, [['M', a.x, a.y], ['C', b.x, b.y, c.x, c.y, d.x, d.y]], state, scale)
  }
}

/** Dotted for interest, a line for contact, a double line for agreed, a strong one for done. @param scale points to a wall unit */
export function drawJoin(page: PdfPage, path: readonly PathCommand[], state: StandingState, scale: number): void {
  const pen = (stroke: Colour, width: number) => page.path(path, { stroke, lineWidth: width * scale })
  if (state === 'interested') return page.path(path, { stroke: ACCENT, lineWidth: 2.5 * scale, dash: [3 * scale, 5 * scale] })
  pen(ACCENT, { contacted: 2.5, agreed: 7, done: 4 }[state])
  if (state === 'agreed') pen(PAPER, 3)
}

export function drawTick(page: PdfPage, { x, y }: { x: number; y: number }, scale: number): void {
  const radius = 12 * scale
  page.rect({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }, { fill: ACCENT, stroke: PAPER, lineWidth: 2 * scale, radius })
  drawCheck(page, { x, y }, scale)
}

const drawCheck = (page: PdfPage, { x, y }: { x: number; y: number }, scale: number): void =>
  page.path([['M', x - 5 * scale, y], ['L', x - 1.5 * scale, y + 4 * scale], ['L', x + 5.5 * scale, y - 4 * scale]], { stroke: PAPER, lineWidth: 2.5 * scale })

const BADGE = { height: 16, gap: 4, padding: 6, fontPx: 12, check: 14, inRow: 5 }

/**
 * On the upper edge of each note the numbers of those it is paired with: paper cannot be asked where a line leads.
 * Full and ticked when agreed, a ring when in contact, dotted when only interested.
 */
export function drawBadges(page: PdfPage, typesetter: Typesetter, record: WallRecord, placed: readonly PlacedNote[], isShown: (note: PlacedNote) => boolean, toPage: ToPage, scale: number): void {
  const badges = new Map<number, { partner: number; state: StandingState }[]>()
  for (const { need, offer, state } of record.pairs) {
    if (!isStanding(state)) continue
    for (const [note, partner] of [[need, offer], [offer, need]] as const) badges.set(note, [...(badges.get(note) ?? []), { partner, state }])
  }
  for (const [number, partners] of badges) {
    const at = placed[number - 1]
    if (!at || !isShown(at)) continue
    const corner = toPage(at.note.at)
    for (let row = 0; row * BADGE.inRow < partners.length; row++) {
      const shown = partners.slice(row * BADGE.inRow, (row + 1) * BADGE.inRow).map(({ partner, state }) => {
        const line = setWords(typesetter, String(partner), 700, 'ltr')
        return { line, state, width: line.width * BADGE.fontPx + 2 * BADGE.padding + (isSettled(state) ? BADGE.check : 0) }
      })
      const total = shown.reduce((sum, { width }) => sum + width + BADGE.gap, -BADGE.gap)
      let x = corner.x + ((at.layout.width - total) / 2) * scale
      // Those that find no room in a row stand above it.
      const y = corner.y - row * (BADGE.height + 2) * scale
      for (const badge of shown) {
        drawBadge(page, badge, { x, y }, scale)
        x += (badge.width + BADGE.gap) * scale
      }
    }
  }
}

function drawBadge(
  page: PdfPage,
  { line, state, width }: { line: SetLine; state: StandingState; width: number },
  { x, y }: { x: number; y: number },
  scale: number,
): void {
  const settled = isSettled(state)
  const height = BADGE.height * scale
  page.rect(
    { x, y: y - height / 2, width: width * scale, height },
    {
      fill: settled ? ACCENT : PAPER,
      stroke: settled ? PAPER : ACCENT,
      lineWidth: 1.5 * scale,
      radius: height / 2,
      ...(state === 'interested' ? { dash: [2 * scale, 2.5 * scale] as const } : {}),
    },
  )
  if (settled) drawCheck(page, { x: x + (BADGE.padding + BADGE.check / 2 - 2) * scale, y }, 0.75 * scale)
  const size = BADGE.fontPx * scale
  page.text(line, { x: x + (BADGE.padding + (settled ? BADGE.check : 0)) * scale, y: y + size * 0.36, size, fill: settled ? PAPER : ACCENT })
}
