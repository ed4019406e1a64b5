import type { NoteId, PairId, ParticipantId, SectionId } from './ids.ts'
import type { Likeness } from './likenesses.ts'

/** Version of the document's layout; a wall with a higher one is refused with words, never guessed at. */
export const SCHEMA_VERSION = 1

/**
 * The root types of the board. Everything else at the root is not ours.
 *
 * - `settings` Y.Map: `schema`, `title`, `place`, `days` {@link WorkshopDays}, `language`, `themes`, `countries`; written by the server when the wall is made;
 *   a facilitator changes title, place and days later.
 *   `locked` {@link Deed} while a facilitator has locked the wall; `restored` {@link Restoration}, written by the server;
 *   `meetings` {@link Meetings} while a round of meetings is published; `room` {@link RoomView}, what the room screen shows;
 *   `erased` when names were erased last, and `anonymised` {@link Deed} since everybody's were: both written by the server;
 *   `shown` {@link Shown} while a facilitator asks everybody to look at something; `laser` {@link Laser} while one points
 * - `notes` Y.Map: note id -> Y.Map, see {@link Note}; the text is a Y.Text
 * - `people` Y.Map: participant id -> {@link Person} as one plain value
 * - `pairs` Y.Map: flat facts `<pair id>/<fact>/<whose>` -> plain value, see {@link PairFacts}. Flat, because two people
 *   can say something about the same pair at the same moment: nothing is created twice, so nothing of either is lost
 * - `cards` Y.Map: `<pair id>/<client>` -> Y.Map of the way forward; written together with an interest, before anyone can type in it, and read as
 *   one where two devices made it at once, see `cards.ts`
 * - `words` Y.Map: `<language>/<word>` -> {@link Deed} with `topics`: what a facilitator has taught the matcher, see {@link TaughtWord}
 * - `sections` Y.Map: section id -> `{ title, box: [x, y, width, height] }` as one plain value, see {@link Section}
 * - `likenesses` Y.Map: pair id -> `[strength, sign]`, see {@link Likeness}; written by the server, where its operator installed a model
 */
export const ROOT = { settings: 'settings', notes: 'notes', people: 'people', pairs: 'pairs', cards: 'cards', words: 'words', sections: 'sections', likenesses: 'likenesses' } as const

/** A point on the wall, in wall units: 1 unit is 1 CSS pixel at 100 %. */
export type WallPoint = readonly [x: number, y: number]

/** A rectangle on the wall, in wall units; `x` and `y` are its top left corner. */
export interface WallBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const NOTE_KINDS = ['need', 'offer'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
/** The two sides of a pair are named after their notes. */
export type Side = NoteKind

export const LANGUAGES = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'] as const
/** The languages of the interface, of the vocabulary and of a note (a note may be in any other one too: any BCP 47 tag). */
export type Language = (typeof LANGUAGES)[number]
export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

export interface Note {
  readonly id: NoteId
  readonly kind: NoteKind
  readonly text: string
  readonly author: ParticipantId
  /** The author's name and country as of writing: the corner of the note, never blank. */
  readonly name: string
  /** ISO 3166-1 alpha-2, lower case; `eu` for the European Union, which is a Party. */
  readonly country: string
  /** BCP 47 tag of the text. */
  readonly lang: string
  readonly at: WallPoint
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Set when a facilitator wrote it for somebody without a device: who held the pen. */
  readonly writtenBy: string | undefined
  /** How many countries an offer can serve, 1…20; `undefined` where it does not say, and always for a need. */
  readonly places: number | undefined
  /** Marked "do not publish": it hangs on the wall for those who are in, and stays out of every file that is passed on. */
  readonly withheld?: true
  /** It was brought in from somewhere: the title of the wall, or the name of the file. */
  readonly imported?: string
}

export interface Person {
  readonly id: ParticipantId
  readonly name: string
  readonly country: string
  readonly institution: string
  /** Where to find them in the room ("table 4"), in their own words; absent while they have not said. */
  readonly spot?: string
}

/** Who did something, and when. */
export interface Deed {
  readonly by: ParticipantId
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Who brought the wall back, when, and to how it was at which time. */
export interface Restoration extends Deed {
  readonly to: number
}

/** A published round of meetings: who meets whom at which table, one round after another. */
export interface Meetings extends Deed {
  /** When the first round begins; milliseconds since 1970. */
  readonly startsAt: number
  /** How long each round is. */
  readonly minutes: number
  /** Of each round its pairs: the first one sits at table 1. */
  readonly rounds: readonly (readonly PairId[])[]
}

export const ROOM_VIEWS = ['wall', 'region', 'meetings'] as const
/** What the room screen shows when its address does not say. */
export type RoomView = (typeof ROOM_VIEWS)[number]

/** A part of the wall with a title; the notes that hang in it belong to it while they do. */
export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly box: WallBox
}

/** What everybody is asked to look at: a stretch of the wall, or the two notes of a pair. */
export type Sight = { readonly place: WallBox } | { readonly pair: PairId }
/** Which facilitator asks everybody to look at what. */
export type Shown = Deed & { readonly sight: Sight }

/** The pointer of which connection is the facilitator's laser: only its owner can move it. */
export interface Laser extends Deed {
  /** The client id of its awareness, and of its document. */
  readonly client: number
}

/** That a word or phrase of one language means a topic of the vocabulary, as a facilitator said. */
export interface TaughtWord extends Deed {
  readonly language: Language
  /** As `plainWord` writes it. */
  readonly word: string
  /** Ids of the topics that it means, one at least; a vocabulary that does not know one reads past it. */
  readonly topics: readonly string[]
}

/** A note in the bin. `deleted` is absent where another program left no word about it. */
export interface BinnedNote {
  readonly note: Note
  readonly deleted: Deed | undefined
}

/** The days of the workshop, `YYYY-MM-DD`; of one day they are the same. */
export interface WorkshopDays {
  readonly first: string
  readonly last: string
}

export interface Settings {
  readonly schema: number
  readonly title: string
  readonly language: Language
  /** Where the workshop is held, in the facilitator's words; absent where nobody has said. */
  readonly place?: string
  /** When it is held; absent where nobody has said. */
  readonly days?: WorkshopDays
  /** What the workshop is about, in the facilitator's words. */
  readonly themes: readonly string[]
  /** Countries expected in the room; empty when anyone may come. They come first in the list of countries. */
  readonly countries: readonly string[]
  /** While it is set, what participants write waits on their devices and goes up when the wall is opened again. */
  readonly locked: Deed | undefined
  /** The last time that the wall was brought back to an earlier version. */
  readonly restored: Restoration | undefined
  /** When names were erased from the wall last, in milliseconds since 1970: what devices keep is to be made anew. */
  readonly erased?: number
  /** Who had everybody's name erased, and when. */
  readonly anonymised?: Deed
  readonly meetings: Meetings | undefined
  readonly room: RoomView
  readonly shown: Shown | undefined
  readonly laser: Laser | undefined
  /** The vocabulary of another field, as `packVocabulary` writes it; `undefined` for the one that ships. */
  readonly vocabulary: string | undefined
}

/** What one side said first: "I am interested", with a line of text. */
export interface Interest {
  readonly by: ParticipantId
  readonly at: number
  readonly line: string
}
/**
 * What the other side said to it. `to` is the `at` of the interest it answers; a newer interest needs a new answer. Not for
 * us, said to a suggestion, is an answer to that: who likes it shows interest.
 */
export interface Answer {
  readonly by: ParticipantId
  readonly at: number
  readonly to: number
  readonly accepted: boolean
  readonly line: string
}
/** "I shall answer later." `to` is the `at` of the interest or suggestion that is put off; a newer one asks anew. */
export interface Later extends Deed {
  readonly to: number
}
/** A facilitator has put the two notes together by hand, and says why. */
export interface Suggestion extends Deed {
  readonly line: string
}
/** A third party offers to support the two. */
export interface Support extends Deed {
  readonly line: string
}
/** What a side said to an offer of support; the last word holds. `to` is the `at` of the offer. */
export interface SupportAnswer extends Deed {
  readonly to: number
  readonly accepted: boolean
}
/** The very text a side confirmed: an agreement holds while both confirmed what the card says now. */
export interface Confirmation {
  readonly by: ParticipantId
  readonly at: number
  readonly card: Card
}
export interface Outcome {
  readonly by: ParticipantId
  readonly at: number
  readonly state: 'done' | 'dropped'
  readonly line: string
}

export interface PairFacts {
  readonly interest: Readonly<Partial<Record<Side, Interest>>>
  readonly answer: Readonly<Partial<Record<Side, Answer>>>
  readonly confirm: Readonly<Partial<Record<Side, Confirmation>>>
  readonly outcome: Outcome | undefined
  readonly later: Readonly<Partial<Record<Side, Later>>>
  readonly suggestion: Suggestion | undefined
  /** Who offers to support the two, and what the two sides said to each of them. */
  readonly support: ReadonlyMap<ParticipantId, Support>
  readonly supported: ReadonlyMap<ParticipantId, SupportAnswer>
  /** Who said "not a match", of which two texts: it sticks for them alone. */
  readonly dismissed: ReadonlyMap<ParticipantId, Dismissal>
}

/** The two texts as they read when somebody said "not a match"; absent in what was said before texts were kept. */
export interface Dismissal {
  readonly need: string | undefined
  readonly offer: string | undefined
}

export const HELP_KINDS = ['visit', 'training', 'expert', 'data', 'tool', 'case-study', 'joint-project'] as const
export type HelpKind = (typeof HELP_KINDS)[number]

/** Who pays: a side, both, or a supporter who is still sought or has been found (triangular cooperation). */
export const PAYERS = ['need', 'offer', 'both', 'sought', 'found'] as const
export type Payer = (typeof PAYERS)[number]
/** Whether the national focal points know of it. */
export const FOCAL_POINT = ['told', 'not-yet'] as const
/** The targets of the Kunming-Montreal Global Biodiversity Framework, by their numbers. */
export const GBF_TARGETS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23'] as const

/** The way forward, as both sides fill it in. Every field is empty while it is open. */
export interface Card {
  readonly what: string
  readonly firstStep: string
  /** Who acts on the needing side. */
  readonly whoNeed: string
  /** Who acts on the offering side. */
  readonly whoOffer: string
  /** How both will know that it has worked. */
  readonly howWeKnow: string
  /** The priority of the national strategy that it serves, in words. */
  readonly priority: string
  readonly helpKind: HelpKind | ''
  /** `YYYY-MM-DD`, when the first step is taken. */
  readonly byWhen: string
  /** `YYYY-MM-DD`, the last day of the whole. */
  readonly untilWhen: string
  readonly payer: Payer | ''
  readonly focalPoint: (typeof FOCAL_POINT)[number] | ''
  readonly target: (typeof GBF_TARGETS)[number] | ''
}
/** Fields of the card that two people can write in at once (Y.Text); the others are chosen, and the last choice holds. */
export const CARD_TEXTS = ['what', 'firstStep', 'whoNeed', 'whoOffer', 'howWeKnow', 'priority'] as const
export type CardText = (typeof CARD_TEXTS)[number]
export type CardField = keyof Card
export type CardChoice = Exclude<CardField, CardText>

export const EMPTY_CARD: Card = {
  what: '',
  helpKind: '',
  firstStep: '',
  byWhen: '',
  untilWhen: '',
  whoNeed: '',
  whoOffer: '',
  payer: '',
  focalPoint: '',
  priority: '',
  target: '',
  howWeKnow: '',
}
/** As the card is read: what will be done, then how and by whom, then what stands behind it. */
export const CARD_FIELDS = Object.keys(EMPTY_CARD) as readonly CardField[]

/** Where a pair stands; always computed from its facts by `pairState`, never stored. */
export type PairState = 'suggested' | 'interested' | 'declined' | 'contacted' | 'agreed' | 'done' | 'dropped'

export interface Pair {
  readonly id: PairId
  readonly need: NoteId
  readonly offer: NoteId
  /** `undefined` while nobody has shown interest or put the two together (only dismissals are known). */
  readonly state: PairState | undefined
  readonly facts: PairFacts
  readonly card: Card
}

/** The board as plain data: what every screen draws, ranks, lists and prints. */
export interface Wall {
  readonly settings: Settings
  /** In paint order: oldest first, ties by id. Notes in the bin are left out. */
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly pairs: ReadonlyMap<PairId, Pair>
  readonly people: ReadonlyMap<ParticipantId, Person>
  /** In the order of their keys. */
  readonly words: readonly TaughtWord[]
  /** In the order of their ids. */
  readonly sections: ReadonlyMap<SectionId, Section>
  /** In the order of their keys; empty where no model is installed. */
  readonly likenesses: readonly Likeness[]
}

/** Most characters (UTF-16 code units) of a note, of a line said to the other side, of a card's field, of a name, of a taught word, of a packed vocabulary. */
export const LIMITS = { noteText: 2000, line: 500, cardField: 2000, name: 80, title: 120, taughtWord: 80, vocabulary: 500_000 } as const

/** Most countries that one offer says it can serve. */
export const MOST_PLACES = 20
/** Sides of a section in wall units, and how many of them are read. */
export const SECTION_LIMITS = { least: 40, most: 400_000, count: 200 } as const
/** Bounds of a round of meetings: a day of it, and a large hall. */
export const MEETING_LIMITS = { minutes: { least: 5, most: 60 }, rounds: 20, tables: 40 } as const
