import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { arrangeNotes, PAIR_GROUPS, type ArrangeAs, type ArrangeBy, type ArrangeFacts } from '#shared/layout/arrangeNotes.ts'
import type { Link } from '#shared/layout/pairRows.ts'
import type { NoteId, PairId, SectionId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Language, type Pair, type PairState, type Section } from '#shared/wall/schema.ts'
import type { Session } from '../../session/openSession.ts'
import { arrangeHere, showWholeWall } from '../../state/viewStore.ts'
import { createNoteLayouts } from '../noteLayouts.ts'

/** Who knows what notes are about and which may answer each other: the matcher, in its worker. */
export interface ArrangeSource {
  /** @throws when the matcher has failed */
  topics(): Promise<ReadonlyMap<NoteId, readonly string[]>>
  /** The best offers of each need, with a score of at most 1000. @throws when the matcher has failed */
  answers(): Promise<readonly { readonly need: NoteId; readonly offer: NoteId; readonly score: number }[]>
  readonly topicLabel: (id: string, language: Language) => string
}

interface Wanted {
  readonly by: ArrangeBy
  readonly as: ArrangeAs
}
interface Reader {
  readonly t: TFunction
  readonly language: Language
}

/**
 * Arranges the wall on this screen alone, and shows all of it.
 * @throws when what is needed for it cannot be found out
 */
export async function arrangePrivately(shared: Session, source: ArrangeSource, { by, as }: Wanted, { t, language }: Reader): Promise<void> {
  const facts = await factsFor(by, shared, source)
  const { notes } = shared.store.getState().wall
  const { places, groups } = arrangeNotes(notes.values(), by, as, createNoteLayouts(language), facts)
  const title = (key: string): string => {
    if (by === 'country') return countryName(key, language)
    if (by === 'topic') return key === '' ? t('arrange.noTopic') : source.topicLabel(key, language)
    if (by === 'kind') return t(`kind.${NOTE_KINDS.find((kind) => kind === key) ?? 'need'}`)
    return t(`arrange.groups.${PAIR_GROUPS.find((group) => group === key) ?? 'paired'}`)
  }
  const sections = new Map(groups.map(({ key, box }, index): [SectionId, Section] => {
    const id = `group-${index}` as SectionId // of this arrangement only; on the wall it gets one of its own
    return [id, { id, title: title(key), box }]
  }))
  arrangeHere({ by, places, sections })
  showWholeWall()
}

/** Further than any score: what people have said themselves comes before what is only likely. */
const SAID: Readonly<Record<PairState, number>> = { done: 9000, agreed: 8000, contacted: 7000, interested: 6000, suggested: 5000, declined: 0, dropped: 0 }

async function factsFor(by: ArrangeBy, shared: Session, source: ArrangeSource): Promise<ArrangeFacts> {
  if (by === 'topic') {
    const topics = await source.topics()
    return { topicOf: (id) => topics.get(id)?.[0], links: [] }
  }
  if (by !== 'pairs') return { topicOf: () => undefined, links: [] }
  const answers = await source.answers()
  return { topicOf: () => undefined, links: linksOf(shared.store.getState().wall.pairs, answers) }
}

function linksOf(pairs: ReadonlyMap<PairId, Pair>, answers: Awaited<ReturnType<ArrangeSource['answers']>>): readonly Link[] {
  const said = [...pairs.values()].flatMap(({ need, offer, state }): Link[] => (state && SAID[state] > 0 ? [{ need, offer, weight: SAID[state] }] : []))
  const isRefused = new Set([...pairs.values()].filter(({ state }) => state === 'declined' || state === 'dropped').map(({ need, offer }) => `${need}~${offer}`))
  return [...said, ...answers.filter(({ need, offer }) => !isRefused.has(`${need}~${offer}`)).map(({ need, offer, score }) => ({ need, offer, weight: score }))]
}
