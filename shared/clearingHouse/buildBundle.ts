import { digest } from 'lib0/hash/sha256'
import { cleanText } from '../layout/cleanText.ts'
import type { Contacts } from '../record/buildRecord.ts'
import { publishableWall } from '../record/publishableWall.ts'
import { standingPairs, type StandingPair } from '../record/standingPairs.ts'
import { waysToReach } from '../vcard/waysToReach.ts'
import type { HelpKind, Note, Wall } from '../wall/schema.ts'
import type { Bundle, ClearingHouseRecord, Schema, Subjects, Term, TextByLanguage } from './records.ts'

interface BundleOptions {
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Makes the identifiers of this wall's records different from those of another with the same notes. */
  readonly wall: string
  readonly subjectsOf: (note: Note) => Subjects
  /** As in the record. */
  readonly contacts?: Contacts | undefined
}

/** What a note says is too little for the clearing-house; these are asked of its country. Where the names come from: docs/clearing-house.md. */
const ASKED_OF_NEED = ['organization', 'assistanceTypes', 'addressedPriorities', 'coverage', 'beneficiaryTypes', 'objectives', 'potentialOOI', 'startDate', 'endDate', 'coFinancing']
const ASKED_OF_OFFER = ['primaryOrganization', 'areasBenifited', 'assistanceTypes', 'eligibility', 'applicationProcess', 'startDate', 'endDate'] // "areasBenifited" is theirs
const ASKED_OF_AGREEMENT = ['status', 'activityScope', 'isProjectProgramme', 'implementingAgencies', 'categories', 'fundingSourceTypes', 'projectDocument']

/**
 * Needs, offers and agreements in the field names of the clearing-house's public schemas (bbiRequest, bbiOpportunity,
 * capacityBuildingInitiative). A sticky note fills few of them: every record is a draft, with what is missing listed beside.
 * The same wall gives the same identifiers each time, so that a second export replaces the first.
 */
export function buildBundle(whole: Wall, options: BundleOptions): Bundle {
  const wall = publishableWall(whole)
  const notes = [...wall.notes.values()].map((note) => (note.kind === 'need' ? requestOf(note, options) : opportunityOf(note, options)))
  const agreed = standingPairs(wall).filter(({ state }) => state === 'agreed' || state === 'done')
  return {
    format: 'pollinate-clearing-house',
    version: 2,
    createdAt: new Date(options.createdAt).toISOString(),
    records: [...notes, ...agreed.map((pair) => initiativeOf(pair, options)), ...contactRecords(wall, options)],
  }
}

/** The people who allowed it, as the clearing-house's own records of contacts; those of notes name theirs. */
function contactRecords(wall: Wall, options: BundleOptions): readonly ClearingHouseRecord[] {
  return [...wall.people.values()].flatMap(({ id, name, country, institution }) => {
    const contact = options.contacts?.get(id)
    if (contact === undefined) return []
    const { emails, phones } = waysToReach(contact)
    // On the wall a name is one line, and nobody but its owner can part it.
    const missing = ['lastName', 'contactOrganization', ...(emails.length === 0 ? ['emails'] : []), 'address', 'city']
    const fields = { type: 'person', firstName: cleanText(name), country: term(country), emails, phones }
    return [draft('contact', id, ['en'], options, missing, fields, institution === '' ? {} : { institution: cleanText(institution) })]
  })
}

/** The record of whoever wrote a note, where there is one. */
function contactOf({ author }: Note, { contacts, wall }: BundleOptions): { readonly fields: Readonly<Record<string, unknown>>; readonly missing: readonly string[] } {
  return contacts?.has(author) === true ? { fields: { contact: term(identifierOf(wall, author)) }, missing: [] } : { fields: {}, missing: ['contact'] }
}

function requestOf(note: Note, options: BundleOptions): ClearingHouseRecord {
  return draft('bbiRequest', note.id, [note.lang], options, [...ASKED_OF_NEED, ...contactOf(note, options).missing], {
    title: titleOf(note), problem: textOf(note), country: term(note.country), ...subjectsAsTerms(options.subjectsOf(note)), ...contactOf(note, options).fields,
  })
}

function opportunityOf(note: Note, options: BundleOptions): ClearingHouseRecord {
  const fields = { title: titleOf(note), description: textOf(note), ...subjectsAsTerms(options.subjectsOf(note)), ...contactOf(note, options).fields }
  const beside = { country: term(note.country), ...(note.places !== undefined && { numberOfCountries: note.places }) }
  return draft('bbiOpportunity', note.id, [note.lang], options, [...ASKED_OF_OFFER, ...contactOf(note, options).missing], fields, beside)
}

function initiativeOf({ id, need, offer, state, card }: StandingPair, options: BundleOptions): ClearingHouseRecord {
  const [ofNeed, ofOffer] = [options.subjectsOf(need), options.subjectsOf(offer)]
  const both = (pick: (subjects: Subjects) => readonly string[]): readonly string[] => [...new Set([...pick(ofNeed), ...pick(ofOffer)])].sort()
  const target = card.target ? [`GBF-TARGET-${card.target.padStart(2, '0')}`] : []
  const subjects: Subjects = { cbdSubjects: both((of) => of.cbdSubjects), gbfTargets: [...new Set([...target, ...both((of) => of.gbfTargets)])], aichiTargets: both((of) => of.aichiTargets) }
  const contacts = [...new Set([need.author, offer.author])].filter((author) => options.contacts?.has(author)).map((author) => term(identifierOf(options.wall, author)))
  const fields = {
    title: { [languageOf(need.lang)]: firstWords(card.what || need.text) },
    description: { [languageOf(need.lang)]: cleanText([card.what, card.firstStep, card.howWeKnow].filter(Boolean).join('\n')) },
    geographicScope: { countries: [term(need.country), term(offer.country)] },
    ...subjectsAsTerms(subjects),
    ...(card.byWhen && { startDate: card.byWhen }),
    ...(card.untilWhen && { endDate: card.untilWhen }),
    ...(contacts.length > 0 && { contacts }),
  }
  const beside = {
    ...(card.helpKind && { helpKind: HELP[card.helpKind] }),
    ...(card.priority && { addressedPriorities: { [languageOf(need.lang)]: cleanText(card.priority) } }),
    participants: [card.whoNeed, card.whoOffer].filter(Boolean).map(cleanText),
    isComplete: state === 'done',
    relatedRecords: [identifierOf(options.wall, need.id), identifierOf(options.wall, offer.id)],
  }
  // Of the scope the countries are known, and not which term of the list it is.
  const missing = [...ASKED_OF_AGREEMENT, 'geographicScope.identifier', ...(subjects.gbfTargets.length === 0 ? ['gbfTargets'] : []), ...(['contacts', 'startDate', 'endDate'] as const).filter((field) => !(field in fields))]
  return draft('capacityBuildingInitiative', id, [need.lang, offer.lang], options, missing, fields, beside)
}

/** In plain words: the clearing-house's own list is chosen from when a draft is completed. */
const HELP: Readonly<Record<HelpKind, string>> = {
  visit: 'study visit', training: 'training', expert: 'expert', data: 'data', tool: 'tool', 'case-study': 'case study', 'joint-project': 'joint project',
}

function draft(schema: Schema, id: string, tags: readonly string[], { wall }: BundleOptions, missing: readonly string[], fields: Readonly<Record<string, unknown>>, beside: ClearingHouseRecord['beside'] = {}): ClearingHouseRecord {
  const languages = [...new Set(tags.map(languageOf))]
  return { header: { identifier: identifierOf(wall, id), schema, languages }, isDraft: true, missing, beside, ...fields }
}

/** A UUID (RFC 9562, version 8) that follows from the wall and what the record is of. */
function identifierOf(wall: string, id: string): string {
  const bytes = digest(new TextEncoder().encode(`${wall}/${id}`)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const term = (identifier: string): Term => ({ identifier })
/** What there is none of is left out. */
const subjectsAsTerms = (subjects: Subjects): Readonly<Record<string, readonly Term[]>> =>
  Object.fromEntries(SUBJECT_FIELDS.flatMap((field) => (subjects[field].length > 0 ? [[field, subjects[field].map(term)]] : [])))
const SUBJECT_FIELDS = ['cbdSubjects', 'gbfTargets', 'aichiTargets'] as const satisfies readonly (keyof Subjects)[]
const titleOf = (note: Note): TextByLanguage => ({ [languageOf(note.lang)]: firstWords(note.text) })
const textOf = (note: Note): TextByLanguage => ({ [languageOf(note.lang)]: cleanText(note.text) })
/** The clearing-house knows languages by two letters. */
const languageOf = (tag: string): string => (/^[a-z]{2}(-|$)/.test(tag) ? tag.slice(0, 2) : 'en')

const MOST_TITLE = 120
function firstWords(text: string): string {
  const line = cleanText(text).trim().split('\n')[0] ?? ''
  return line.length <= MOST_TITLE ? line : `${Array.from(line).slice(0, MOST_TITLE - 1).join('')}…`
}
