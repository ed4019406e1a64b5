import { standingPairs, type StandingPair } from '#shared/record/standingPairs.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type NoteKind, type PairState, type Wall } from '#shared/wall/schema.ts'

/** How far two countries, or a note, have come: agreed (or done), in contact, or asked (one side, or a facilitator, has spoken). */
export const BONDS = ['agreed', 'contact', 'asked'] as const
export type Bond = (typeof BONDS)[number]

/** What has become of a need or an offer: agreed on, in contact about it, or neither. */
export type Fate = 'agreed' | 'contact' | 'open'
export type Fates = Readonly<Record<Fate, number>>

type Tally = Readonly<Record<NoteKind, number>>

export interface TopicRow {
  readonly id: string
  /** Notes about it in all. */
  readonly all: Tally
  readonly byCountry: ReadonlyMap<string, Tally>
}

/** Pairs between a country that needs and one that offers. */
export interface RegionLink {
  readonly needing: string
  readonly offering: string
  readonly pairs: Readonly<Record<Bond, number>>
}

export interface Region {
  readonly notes: number
  /** Countries with a note, by code. */
  readonly countries: ReadonlyMap<string, Tally>
  /** Those with most notes first, ties by id. */
  readonly topics: readonly TopicRow[]
  /** Of the topics those that two countries or more need, and none offers. */
  readonly gaps: readonly TopicRow[]
  /** By the codes of their countries. */
  readonly links: readonly RegionLink[]
  readonly pairs: Readonly<Record<Bond, number>>
  readonly fates: Readonly<Record<NoteKind, Fates>>
}

const BOND_OF: Readonly<Record<PairState, Bond | undefined>> = {
  suggested: 'asked',
  interested: 'asked',
  contacted: 'contact',
  agreed: 'agreed',
  done: 'agreed',
  declined: undefined,
  dropped: undefined,
}

/** Needed by so many countries at least, a topic that nobody offers is a gap of the region. */
const GAP_FROM = 2

/**
 * The region in numbers, from the wall as it is.
 * @param topicsOf what each note is about, as the matcher tells; a note that it does not name is about nothing known
 */
export function countRegion(wall: Wall, topicsOf: ReadonlyMap<NoteId, readonly string[]>): Region {
  const countries = new Map<string, Record<NoteKind, number>>()
  const topics = new Map<string, Map<string, Record<NoteKind, number>>>()
  for (const { id, kind, country } of wall.notes.values()) {
    tallyIn(countries, country)[kind]++
    for (const topic of topicsOf.get(id) ?? []) {
      const byCountry = topics.get(topic) ?? new Map<string, Record<NoteKind, number>>()
      topics.set(topic, byCountry)
      tallyIn(byCountry, country)[kind]++
    }
  }
  const rows = [...topics].map(([id, byCountry]): TopicRow => ({ id, all: sumOf(byCountry.values()), byCountry }))
  rows.sort((a, b) => b.all.need + b.all.offer - (a.all.need + a.all.offer) || compare(a.id, b.id))
  const bonds = bondsOn(wall)
  return {
    notes: wall.notes.size,
    countries: new Map([...countries].sort(([a], [b]) => compare(a, b))),
    topics: rows,
    gaps: rows.filter(({ all, byCountry }) => all.offer === 0 && byCountry.size >= GAP_FROM),
    links: linksOf(bonds),
    pairs: countBonds(bonds.map(({ bond }) => bond)),
    fates: { need: fatesOf('need', wall, bonds), offer: fatesOf('offer', wall, bonds) },
  }
}

type Bound = Pick<StandingPair, NoteKind> & { readonly bond: Bond }

/** Pairs under way whose two notes are both on the wall. */
const bondsOn = (wall: Wall): readonly Bound[] =>
  standingPairs(wall).flatMap(({ need, offer, state }) => {
    const bond = BOND_OF[state]
    return bond ? [{ need, offer, bond }] : []
  })

function linksOf(bonds: readonly Bound[]): readonly RegionLink[] {
  const links = new Map<string, { needing: string; offering: string; bonds: Bond[] }>()
  for (const { need, offer, bond } of bonds) {
    const [needing, offering] = [need.country, offer.country]
    const key = `${needing} ${offering}`
    const link = links.get(key) ?? { needing, offering, bonds: [] }
    links.set(key, link)
    link.bonds.push(bond)
  }
  return [...links].sort(([a], [b]) => compare(a, b)).map(([, { needing, offering, bonds: own }]) => ({ needing, offering, pairs: countBonds(own) }))
}

function fatesOf(kind: NoteKind, { notes }: Wall, bonds: readonly Bound[]): Fates {
  const [agreed, inContact] = (['agreed', 'contact'] as const).map((wanted) => new Set(bonds.filter(({ bond }) => bond === wanted).map((pair) => pair[kind].id)))
  const fates = { agreed: 0, contact: 0, open: 0 }
  for (const note of notes.values()) {
    if (note.kind === kind) fates[agreed?.has(note.id) ? 'agreed' : inContact?.has(note.id) ? 'contact' : 'open']++
  }
  return fates
}

function countBonds(bonds: readonly Bond[]): Readonly<Record<Bond, number>> {
  const count = { agreed: 0, contact: 0, asked: 0 }
  for (const bond of bonds) count[bond]++
  return count
}

function tallyIn(tallies: Map<string, Record<NoteKind, number>>, key: string): Record<NoteKind, number> {
  const tally = tallies.get(key) ?? { need: 0, offer: 0 }
  tallies.set(key, tally)
  return tally
}

function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { need: 0, offer: 0 }
  for (const tally of tallies) for (const kind of NOTE_KINDS) sum[kind] += tally[kind]
  return sum
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
