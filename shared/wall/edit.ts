import type { NoteId, PairId, ParticipantId, SectionId } from './ids.ts'
import type { CardChoice, CardText, Language, Meetings, NoteKind, RoomView, Side, Sight, WallBox, WallPoint, WorkshopDays } from './schema.ts'

/** Everything a person can do to the wall. Undo, permissions, logs and tests all speak in these. */
export type Edit =
  /** `spot`: where to find them in the room; where it is left out it stays as it was. */
  | { type: 'greet'; name: string; country: string; institution: string; spot?: string }
  | {
      type: 'placeNote'
      id: NoteId
      kind: NoteKind
      at: WallPoint
      text: string
      lang: string
      /** The corner: who needs or offers this. */
      name: string
      country: string
      /** The facilitator's name, when they hold the pen for somebody else. */
      writtenBy?: string
      /** Of an offer: how many countries it can serve. */
      places?: number
      /** Not to be published; see {@link Note}. */
      withheld?: true
      /** Where a facilitator brought it in from. */
      imported?: string
    }
  | { type: 'moveNote'; id: NoteId; to: WallPoint }
  | { type: 'spliceText'; id: NoteId; offset: number; remove: number; insert: string } // in UTF-16 code units
  | { type: 'setKind'; id: NoteId; kind: NoteKind }
  | { type: 'setLanguage'; id: NoteId; lang: string }
  /** `undefined`: it does not say any more. */
  | { type: 'setPlaces'; id: NoteId; places: number | undefined }
  /** Whether it is kept out of what is published. */
  | { type: 'setWithheld'; id: NoteId; withheld: boolean }
  | { type: 'binNote'; id: NoteId }
  | { type: 'unbinNote'; id: NoteId }
  | { type: 'showInterest'; pair: PairId; side: Side; line: string }
  /** `to` is the `at` of the interest that is answered. */
  | { type: 'answerInterest'; pair: PairId; side: Side; to: number; accepted: boolean; line: string }
  /** `to` is the `at` of the interest or suggestion that is put off. */
  | { type: 'answerLater'; pair: PairId; side: Side; to: number }
  /** A facilitator puts two notes together by hand. */
  | { type: 'suggestPair'; pair: PairId; line: string }
  | { type: 'withdrawSuggestion'; pair: PairId }
  /** `to` is the `at` of the suggestion; who likes it shows interest. */
  | { type: 'declineSuggestion'; pair: PairId; side: Side; to: number; line: string }
  /** A third party offers to support the two. */
  | { type: 'offerSupport'; pair: PairId; line: string }
  | { type: 'withdrawSupport'; pair: PairId }
  /** `to` is the `at` of the offer that a side of the pair answers. */
  | { type: 'answerSupport'; pair: PairId; supporter: ParticipantId; to: number; accepted: boolean }
  | { type: 'dismissPair'; pair: PairId }
  | { type: 'recallPair'; pair: PairId }
  | { type: 'spliceCard'; pair: PairId; field: CardText; offset: number; remove: number; insert: string }
  | { type: 'chooseOnCard'; pair: PairId; field: CardChoice; value: string }
  /** Confirms the card as it reads in the document of the one who confirms. */
  | { type: 'confirmCard'; pair: PairId; side: Side }
  | { type: 'closePair'; pair: PairId; state: 'done' | 'dropped'; line: string }
  | { type: 'reopenPair'; pair: PairId }
  | { type: 'nameWall'; title: string }
  /** Where the workshop is held; empty where it is not said any more. */
  | { type: 'sayWhere'; place: string }
  | { type: 'sayWhen'; days: WorkshopDays | undefined }
  /** From then on what participants write waits on their devices. */
  | { type: 'lockWall' }
  | { type: 'unlockWall' }
  /** Takes the place of what was published before. */
  | ({ type: 'publishMeetings' } & Pick<Meetings, 'startsAt' | 'minutes' | 'rounds'>)
  | { type: 'withdrawMeetings' }
  | { type: 'showInRoom'; view: RoomView }
  /** `word` as `plainWord` writes it. */
  /** See `packVocabulary`; without one, the vocabulary that ships. */
  | { type: 'chooseVocabulary'; vocabulary: string | undefined }
  | { type: 'teachWord'; language: Language; word: string; topics: readonly string[] }
  | { type: 'forgetWord'; language: Language; word: string }
  /** Makes a section, or gives it another title or place; the notes in it stay where they hang. */
  | { type: 'setSection'; id: SectionId; title: string; box: WallBox }
  | { type: 'removeSection'; id: SectionId }
  /** Asks everybody to look there; takes the place of what was shown before. */
  | { type: 'showEveryone'; sight: Sight }
  | { type: 'stopShowing' }
  /** Everybody sees this connection's pointer as the facilitator's laser. */
  | { type: 'pointLaser'; client: number }
  | { type: 'stopLaser' }

/** Who edits, and when: what an edit cannot know by itself. */
export interface Editor {
  readonly participant: ParticipantId
  /** Milliseconds since 1970. */
  readonly now: number
  /** The origin of the transaction; undo takes back what its own origin did. */
  readonly origin: unknown
}
