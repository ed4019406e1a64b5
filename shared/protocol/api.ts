import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { Language, WorkshopDays } from '#shared/wall/schema.ts'
import type { Role } from '#shared/permissions/roles.ts'

/** `POST /api/walls` -> 201 {@link WallMade} */
export interface MakeWall {
  title: string
  /** Where the workshop is held. */
  place?: string
  days?: WorkshopDays
  language?: Language
  themes?: string[]
  /** ISO 3166-1 alpha-2, lower case. */
  countries?: string[]
  /** Fills the new wall with the sample notes. */
  sample?: boolean
  /** Where the operator restricts who makes walls. */
  key?: string
}
export interface WallMade {
  id: WallId
  /** `<origin>/w/<id>#k=<key>`: whoever has the link has the role. */
  links: Record<Role, string>
}

/**
 * `POST /api/walls/restore` -> 201 {@link WallRestored}: a new wall with the content of the JSON of one. 422 `bad_file` with the
 * problem as its message when it is none.
 */
export interface RestoreWall {
  /** As docs/wall-file.schema.json describes it. */
  file: unknown
  /** Another title than the file's. */
  title?: string
  key?: string
}
export interface WallRestored extends WallMade {
  title: string
  notes: number
  /** Notes of the file that no wall can show. */
  skipped: number
}

/** `POST /api/walls/<id>/join` -> 200 {@link Joined}; a viewer sends the key alone. */
export interface JoinWall {
  key: string
  name?: string
  country?: string
  institution?: string
  /** E-mail or telephone. Never on the board; shown to the other side of an accepted pair. */
  contact?: string
  /** Whether the organiser's record may carry that contact; what is not said is no. */
  consent?: boolean
  /** Brings the same person back on any device. */
  participant?: string
  secret?: string
}
export interface Joined {
  role: Role
  /** Short-lived; opens the relay at `/relay/<id>` as a subprotocol beside `pollinate.v1`. */
  token: string
  /** Absent for viewers. */
  participant?: ParticipantId
  secret?: string
  name?: string
  country?: string
  institution?: string
}

/** `POST /api/walls/<id>/look` `{key}` -> 200: what a link opens, before anybody has joined. */
export interface WallLook {
  title: string
  language: Language
  role: Role
  countries: string[]
}

export const BYTES = 'application/octet-stream'

/**
 * `POST /api/walls/<id>/document` `{key}` -> 200: the wall at one moment, for whoever holds any of its links. Whoever accepts {@link BYTES}
 * and nothing else gets the update itself, which packs to less than half.
 */
export interface DocumentRead {
  /** The whole document as one Yjs update, in base64. */
  state: string
}

/** `POST /api/walls/<id>/revoke` with a facilitator's key -> 200 {@link LinkRenewed}: the role's old links end at once. */
export interface RenewLink {
  key: string
  role: Role
}
export interface LinkRenewed {
  link: string
}

/**
 * `POST /api/walls/<id>/contact` -> 200 {@link ContactGiven}: how to reach somebody about a pair. Given to its two sides,
 * once they are in contact; from then on a side learns that of a supporter whom one of them has accepted, and the supporter that of who accepted.
 */
export interface AskContact {
  token: string
  pair: string
  /** Whom to reach. */
  person: ParticipantId
}
export interface ContactGiven {
  /** Empty when they left none. */
  contact: string
}

/** `POST /api/walls/<id>/own-contact` `{token}`, and `.../own-contact/set` {@link SetContact} -> 200: what the server keeps to reach oneself. */
export interface OwnContact {
  contact: string
  /** When one allowed that the organiser's record carries it, in milliseconds since 1970; `null` for no. */
  consentedAt: number | null
}
export interface SetContact {
  token: string
  contact: string
  consent: boolean
}

/** `POST /api/walls/<id>/contacts` `{key}` with a facilitator's key -> 200: the contacts of those who allowed it, for the record. */
export interface ContactsOfRecord {
  contacts: RecordContact[]
}
export interface RecordContact {
  participant: ParticipantId
  name: string
  country: string
  institution: string
  contact: string
  /** Milliseconds since 1970. */
  consentedAt: number
}

/** For a facilitator: `POST /api/walls/<id>/versions` and `.../versions/save` (keeps one now) `{token}` -> 200 {@link VersionsListed} */
export interface VersionsListed {
  /** Newest first. */
  versions: WallVersion[]
  /** Stored pieces that could not be read and were set aside: when, and how large. */
  damage: { at: number; bytes: number }[]
}
export interface WallVersion {
  id: number
  /** Milliseconds since 1970. */
  at: number
  /** Kept by the clock, when the wall was locked, on request, or before an earlier version was restored. */
  why: 'time' | 'lock' | 'request' | 'restore'
  by?: ParticipantId
  notes: number
}

/** `POST /api/walls/<id>/versions/read` `{token, version}` -> 200 {@link VersionRead}; `.../versions/restore` -> 200 {@link VersionsListed} */
export interface VersionRead {
  /** The whole document of then as one Yjs update, in base64. */
  state: string
}

/**
 * For a facilitator: `POST /api/walls/<id>/remove` -> 200 `{}`: this person is sent away and let in no more; their notes stay.
 * `.../readmit` -> 200 `{}`: they may come in again, as who they were.
 */
export interface AboutPerson {
  token: string
  participant: ParticipantId
}

/** `POST /api/walls/<id>/removed` `{token}` -> 200: who was removed, and so is not merely away. */
export interface PeopleRemoved {
  participants: ParticipantId[]
}

/** `POST /api/walls/<id>/keeping` `{token}` -> 200, for everybody who is in; `.../keeping/set` {@link KeepUntil} for a facilitator. */
export interface WallKeeping {
  /** When the wall is erased, in milliseconds since 1970; `null` until somebody has said. */
  until: number | null
  /** The latest that can be said. */
  latest: number
  /** How many people have left a contact. */
  contacts: number
}
export interface KeepUntil {
  token: string
  until: number
}
/** For a facilitator: `POST /api/walls/<id>/erase-contacts` `{token}` -> 200: how many were there. */
export interface ContactsErased {
  contacts: number
}
/**
 * For a facilitator: `POST /api/walls/<id>/anonymise` `{token}`; for a facilitator or that very person:
 * `POST /api/walls/<id>/erase-person` {@link ErasePerson} -> 200: what was there and is gone.
 */
export interface ErasePerson {
  token: string
  participant: ParticipantId
  /** Whether their notes stay on the wall without the name. */
  notes: 'stay' | 'go'
}
export interface NamesErased {
  people: number
  contacts: number
  /** Notes that stay without a name, and notes that are gone. */
  nameless: number
  notes: number
  /** Lines written to others about pairs. */
  lines: number
  /** Cards in which it said who acts. */
  cards: number
  /** Versions that were written anew without the names, and those that could not be and were dropped. */
  versions: number
  dropped: number
}
/** For a facilitator: `POST /api/walls/<id>/erase` `{token}` -> 200: what is gone, with the wall. */
export interface WallErased {
  people: number
  contacts: number
  versions: number
}

/** Every refusal under /api: 4xx or 5xx with this body. */
export interface ApiError {
  error: { code: ApiErrorCode; message: string }
}
export type ApiErrorCode = 'bad_request' | 'link_invalid' | 'not_allowed' | 'maker_key' | 'removed' | 'unknown_person' | 'not_found' | 'erased' | 'too_large' | 'too_many' | 'bad_file' | 'not_saved' | 'internal'
