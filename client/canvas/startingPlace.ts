import { boxAround, centreOf, type Box, type Size } from '#shared/layout/box.ts'
import { findFreePlace, NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { NoteKind, WallPoint } from '#shared/wall/schema.ts'

export interface HungBox extends Box {
  readonly kind: NoteKind
  readonly author: ParticipantId
  readonly country: string
  readonly createdAt: number
}

const COLUMN = NOTE.width + NOTE_GAP
/** Room for a delegate's notes: needs in the left column, offers in the right one. */
const HOME: Size = { width: 2 * COLUMN - NOTE_GAP, height: 4 * (NOTE.minHeight + NOTE_GAP) }
const HOME_GAP = 60

/**
 * Where a new note should hang when nobody points at a place: below one's last note of the kind; else beside one's notes
 * of the other kind; else in a free stretch of wall of one's own, near one's compatriots.
 * Delegates who post at the same moment, unseen by each other, get different stretches.
 * @param people everybody on the wall, in any order
 */
export function startingPlace(
  { kind, author, country }: Pick<HungBox, 'kind' | 'author' | 'country'>,
  wall: readonly HungBox[],
  people: Iterable<ParticipantId>,
): WallPoint {
  // A facilitator posts for several countries: only what belongs together goes together.
  const mine = wall.filter((note) => note.author === author && note.country === country)
  const last = newest(mine.filter((note) => note.kind === kind))
  if (last) return [last.x, last.y + last.height + NOTE_GAP]
  const other = oldest(mine)
  if (other) return [other.x + (kind === 'offer' ? COLUMN : -COLUMN), other.y]

  const [x, y] = findFreePlace(HOME, homeNear(author, country, wall, people), wall, HOME_GAP)
  return [x + (kind === 'offer' ? COLUMN : 0), y]
}

function homeNear(author: ParticipantId, country: string, wall: readonly HungBox[], people: Iterable<ParticipantId>): WallPoint {
  const compatriots = boxAround(wall.filter((note) => note.country === country))
  if (compatriots) return [compatriots.x + compatriots.width + HOME_GAP, compatriots.y]
  const all = boxAround(wall)
  const [x, y] = all ? centreOf(all) : [0, 0]
  const [column, row] = onSpiral([...people].sort().indexOf(author))
  return [
    Math.round(x / NOTE_GAP) * NOTE_GAP - HOME.width / 2 + column * (HOME.width + HOME_GAP),
    Math.round(y / NOTE_GAP) * NOTE_GAP - HOME.height / 2 + row * (HOME.height + HOME_GAP),
  ]
}

/** The n-th square of a spiral that winds outwards: nearer ones come first, and no two numbers share one. */
function onSpiral(n: number): readonly [column: number, row: number] {
  let [x, y] = [0, 0]
  let [dx, dy] = [1, 0]
  let steps = 1
  let left = 1
  let turns = 0
  for (let i = 0; i < n; i++) {
    x += dx
    y += dy
    left--
    if (left > 0) continue
    ;[dx, dy] = [-dy, dx]
    turns++
    if (turns % 2 === 0) steps++
    left = steps
  }
  return [x, y]
}

const newest = (notes: readonly HungBox[]): HungBox | undefined =>
  notes.reduce<HungBox | undefined>((last, note) => (last && last.createdAt > note.createdAt ? last : note), undefined)
const oldest = (notes: readonly HungBox[]): HungBox | undefined =>
  notes.reduce<HungBox | undefined>((first, note) => (first && first.createdAt <= note.createdAt ? first : note), undefined)
