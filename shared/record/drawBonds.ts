import { chordDirected, ribbonArrow, type Chord, type ChordGroup } from 'd3-chord'
import { arc } from 'd3-shape'
import type { PdfDocument } from '../pdf/PdfDocument.ts'
import type { Paint, PdfPage } from '../pdf/PdfPage.ts'
import { BONDS, type Bond } from '../region/countRegion.ts'
import { ACCENT, ACCENT_QUIET, INK, PAPER } from './palette.ts'
import { PathPen } from './PathPen.ts'
import type { ReadingPages } from './ReadingPages.ts'
import type { WallRecord } from './WallRecord.ts'

const RADIUS = 150
const NAMES = 110
/** Pairs of countries named to who cannot see the ring; the table has all of them. */
const MOST_SAID = 60
/** With the names around it and its key, in points. */
export const bondsHeight = (radius = RADIUS): number => 2 * radius + 2 * 60 + 30

/** Told apart without colours too: full, light with an edge, white with a broken edge. */
const LOOKS: Readonly<Record<Bond, Paint>> = {
  agreed: { fill: ACCENT, stroke: PAPER, lineWidth: 0.6 },
  contact: { fill: ACCENT_QUIET, stroke: ACCENT, lineWidth: 0.7 },
  asked: { fill: PAPER, stroke: ACCENT, lineWidth: 0.6, dash: [2, 2] },
}

/** Countries in a ring, joined by arrows of help from who offers to who needs; the table below says the same. */
export function drawBonds(document: PdfDocument, pages: ReadingPages, { labels, region }: WallRecord, radius = RADIUS): void {
  const countries = [...new Set(region.links.flatMap(({ needing, offering }) => [offering, needing]))]
  const placeOf = new Map(countries.map((country, place) => [country, place]))
  const matrix = countries.map(() => countries.map(() => 0))
  const furthest = new Map<string, Bond>()
  for (const link of region.links) {
    const [from, to] = [placeOf.get(link.offering) ?? 0, placeOf.get(link.needing) ?? 0]
    const row = matrix[from]
    if (row) row[to] = link.pairs
    furthest.set(`${from} ${to}`, link.furthest)
  }
  pages.need(bondsHeight(radius))
  const height = bondsHeight(radius) - 30
  const { page } = pages
  const centre = { x: page.width / 2, y: pages.y + height / 2 }
  const pen = new PathPen(centre)
  const laid = chordDirected().padAngle(Math.min(0.06, 1.2 / matrix.length))(matrix)
  const ribbon = ribbonArrow<Chord, Chord['source']>().radius(radius - 3).headRadius(9)
  const ring = arc<ChordGroup>().innerRadius(radius).outerRadius(radius + 7)
  const draw = (paint: Paint): void => page.path(pen.take(), paint)
  document.within('Figure', { alt: `${labels.regionBonds}: ${region.links.slice(0, MOST_SAID).map(({ offering, needing }) => `${offering} → ${needing}`).join('; ')}` }, () =>
    page.figure(() => {
      // What has come furthest lies on top.
      for (const bond of [...BONDS].reverse()) {
        for (const chord of laid) {
          if ((furthest.get(`${chord.source.index} ${chord.target.index}`) ?? 'asked') !== bond) continue
          ribbon.context(pen.asCanvas())(chord)
          draw(LOOKS[bond])
        }
      }
      for (const group of laid.groups) {
        ring.context(pen.asCanvas())(group)
        draw({ fill: INK })
        drawName(page, pages, countries[group.index] ?? '', (group.startAngle + group.endAngle) / 2, { ...centre, reach: radius + 12 })
      }
    }),
  )
  pages.space(height)
  drawKey(document, pages, labels.bond)
}

/** Written outwards from the ring, never upside down. */
function drawName(page: PdfPage, pages: ReadingPages, name: string, angle: number, centre: { x: number; y: number; reach: number }): void {
  const isLeft = angle > Math.PI
  const outwards = angle - Math.PI / 2
  const line = pages.set(name)
  const size = Math.min(9, NAMES / line.width)
  const { reach } = centre
  page.turnedText(line, {
    x: centre.x + Math.cos(outwards) * reach,
    y: centre.y + Math.sin(outwards) * reach,
    size,
    fill: INK,
    angle: isLeft ? outwards + Math.PI : outwards,
    from: isLeft ? 'end' : 'start',
  })
}

function drawKey(document: PdfDocument, pages: ReadingPages, words: Readonly<Record<Bond, string>>): void {
  let indent = 0
  for (const bond of BONDS) {
    pages.page.rect({ x: pages.left(indent, 20), y: pages.y, width: 20, height: 9 }, LOOKS[bond])
    indent += 25
    document.within('P', {}, () => (indent += pages.words(words[bond], { indent, size: 9, fill: INK, down: 7.8 })))
    indent += 18
  }
  pages.space(24)
}
