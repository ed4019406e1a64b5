import type { TextDirection } from '../layout/textDirection.ts'
import type { Bond, Fate, Fates } from '../region/countRegion.ts'
import type { Language, NoteKind, PairState, WallPoint } from '../wall/schema.ts'
import type { RecordChoice } from './recordChoice.ts'

/** A wall as it is printed: plain strings in the reader's language, ready to be sent to a worker. */
export interface WallRecord {
  readonly language: Language
  readonly dir: TextDirection
  readonly title: string
  /** Where the workshop was held, as the facilitator wrote it. */
  readonly place: string | undefined
  /** What the workshop is about, in the facilitator's words. */
  readonly themes: readonly string[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** The same, for people. */
  readonly date: string
  /** Printed as it is. With a key only where somebody chose the participants' one, to join by: paper is handed on. */
  readonly link: string | undefined
  /** The same to be scanned: rows of dark (`true`) and light. */
  readonly qr: readonly (readonly boolean[])[] | undefined
  readonly choice: RecordChoice
  readonly labels: RecordLabels
  readonly figures: readonly { readonly count: number; readonly label: string }[]
  /** `notes[i]` has the number i + 1: by country, then needs before offers, then oldest first. */
  readonly notes: readonly RecordNote[]
  readonly countries: readonly RecordCountry[]
  /** By the reader's name for them; a note stands under its one or two clearest. Those of none are under none. */
  readonly topics: readonly { readonly label: string; readonly notes: readonly number[] }[]
  readonly region: RecordRegion
  readonly pairs: readonly RecordPair[]
  readonly agreements: readonly RecordAgreement[]
  /** Numbers of needs and offers that nobody is in contact about. */
  readonly unmetNeeds: readonly number[]
  readonly untakenOffers: readonly number[]
}

export interface RecordRegion {
  /** Most notes first. */
  readonly topics: readonly { readonly label: string; readonly need: number; readonly offer: number; readonly countries: number }[]
  /** Labels of topics that several countries need and nobody offers. */
  readonly gaps: readonly string[]
  readonly fates: Readonly<Record<NoteKind, Fates>>
  /** The same in words: "Satisfied: 12". */
  readonly fateWords: Readonly<Record<NoteKind, Readonly<Record<Fate, string>>>>
  /** Pairs between countries, by name, and how far the furthest of them has come. */
  readonly links: readonly { readonly needing: string; readonly offering: string; readonly pairs: number; readonly furthest: Bond }[]
}

export interface RecordNote {
  readonly number: number
  readonly kind: NoteKind
  readonly text: string
  readonly lang: string
  readonly name: string
  readonly country: string
  readonly at: WallPoint
  /** "Written down by ...", where somebody else held the pen. */
  readonly writtenBy: string | undefined
  /** For how many countries an offer has places, where it says so. */
  readonly places: string | undefined
  /** "In contact with 12, 31": one phrase for each state. */
  readonly pairedWith: readonly string[]
}

export interface RecordCountry {
  readonly name: string
  readonly notes: readonly number[]
  /** `contact` is empty unless it was allowed and asked for. */
  readonly people: readonly { readonly name: string; readonly institution: string; readonly contact: string; readonly notes: readonly number[] }[]
}

export interface RecordPair {
  readonly need: number
  readonly offer: number
  readonly state: PairState
  readonly stateWord: string
  readonly reasons: readonly string[]
  /** What was said, oldest first: "Amina (Kenya) is interested, 23 November" and their words. */
  readonly said: readonly { readonly who: string; readonly line: string }[]
}

export interface RecordAgreement {
  readonly need: number
  readonly offer: number
  readonly isDone: boolean
  readonly stateWord: string
  readonly what: string
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  /** Who confirmed it and when, and who marked it as done. */
  readonly confirmed: readonly string[]
}

/** Words that stand on the pages, in the reader's language. */
export interface RecordLabels {
  readonly kind: Readonly<Record<NoteKind, string>>
  readonly kindMeaning: Readonly<Record<NoteKind, string>>
  /** Above the title. */
  readonly recordOf: string
  readonly wallPage: string
  /** Said instead of the picture of the wall to who cannot see it. */
  readonly wallAlt: string
  readonly legendAgreed: string
  readonly legendContact: string
  readonly legendInterest: string
  readonly numbersMeaning: string
  readonly notesByCountry: string
  readonly notesByTopic: string
  readonly notesByTopicMeaning: string
  readonly noTopics: string
  readonly contents: string
  /** Beside the code to be scanned. */
  readonly scan: string
  readonly region: string
  readonly regionTopics: string
  readonly topic: string
  readonly countries: string
  readonly regionGaps: string
  readonly regionBonds: string
  readonly regionBondsMeaning: string
  readonly needing: string
  readonly offering: string
  readonly pairsCount: string
  readonly bond: Readonly<Record<Bond, string>>
  readonly whereToGo: string
  /** Who takes what is still open: a name, what they do, and an address. */
  readonly doors: readonly { readonly name: string; readonly does: string; readonly url?: string }[]
  /** Of the sheets to write on by hand. */
  readonly formTitle: string
  readonly formHelp: string
  readonly formName: string
  readonly formCountry: string
  /** Above the map of the sheets that the wall is cut into. */
  readonly sheets: string
  readonly sheetsMeaning: string
  readonly pairs: string
  readonly agreements: string
  readonly unmetNeeds: string
  readonly unmetNeedsMeaning: string
  readonly untakenOffers: string
  readonly untakenOffersMeaning: string
  readonly people: string
  readonly why: string
  readonly noNotes: string
  readonly noPairs: string
  readonly noAgreements: string
  readonly noneLeft: string
}
