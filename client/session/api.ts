import { BYTES, type AboutPerson, type ApiErrorCode, type AskContact, type ContactGiven, type ContactsErased, type ContactsOfRecord, type ErasePerson, type JoinWall, type Joined, type KeepUntil, type LinkRenewed, type MakeWall, type NamesErased, type OwnContact, type PeopleRemoved, type RenewLink, type RestoreWall, type SetContact, type VersionRead, type VersionsListed, type WallErased, type WallKeeping, type WallLook, type WallMade, type WallRestored } from '#shared/protocol/api.ts'
import type { Role } from '#shared/permissions/roles.ts'
import type { PairId, ParticipantId, WallId } from '#shared/wall/ids.ts'

/** Why a request did not succeed: the server's code, or `offline` when no answer came at all. */
export type Refusal = ApiErrorCode | 'offline'
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; message: string }

/** A new wall from the file of one. */
export const restoreWall = (body: RestoreWall): Promise<Answer<WallRestored>> => post('/api/walls/restore', body)
export const makeWall = (body: MakeWall): Promise<Answer<WallMade>> => post('/api/walls', body)

/** What a link opens, before anybody has joined. */
export const lookAtWall = (wall: WallId, key: string): Promise<Answer<WallLook>> => post(`/api/walls/${wall}/look`, { key })

/** The wall as it stands, as an update of Yjs, for whoever holds a link to it: sooner here than the line to it is open. `undefined` when it does not come. */
export async function readBoard(wall: WallId, key: string): Promise<Uint8Array | undefined> {
  try {
    const response = await send(`/api/walls/${wall}/document`, { key }, { accept: BYTES })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined // the line went
  }
}

export const joinWall = (wall: WallId, body: JoinWall): Promise<Answer<Joined>> => post(`/api/walls/${wall}/join`, body)

/** Makes a new link of that role; the one before stops working at once. */
export const renewLink = (wall: WallId, key: string, role: Role): Promise<Answer<LinkRenewed>> =>
  post(`/api/walls/${wall}/revoke`, { key, role } satisfies RenewLink)

/** Sends a person away from the wall, until a facilitator lets them back in. */
export const removePerson = (wall: WallId, token: string, participant: ParticipantId): Promise<Answer<object>> =>
  post(`/api/walls/${wall}/remove`, { token, participant } satisfies AboutPerson)
export const readmitPerson = (wall: WallId, token: string, participant: ParticipantId): Promise<Answer<object>> =>
  post(`/api/walls/${wall}/readmit`, { token, participant } satisfies AboutPerson)
/** Who was removed from the wall. */
export const listRemoved = (wall: WallId, token: string): Promise<Answer<PeopleRemoved>> => post(`/api/walls/${wall}/removed`, { token })

/** How to reach somebody about a pair that is in contact. Empty when they left nothing. */
export const askContact = (wall: WallId, token: string, pair: PairId, person: ParticipantId): Promise<Answer<ContactGiven>> =>
  post(`/api/walls/${wall}/contact`, { token, pair, person } satisfies AskContact)

/** What the server keeps to reach oneself. */
export const readOwnContact = (wall: WallId, token: string): Promise<Answer<OwnContact>> => post(`/api/walls/${wall}/own-contact`, { token })
export const setOwnContact = (wall: WallId, token: string, contact: string, consent: boolean): Promise<Answer<OwnContact>> =>
  post(`/api/walls/${wall}/own-contact/set`, { token, contact, consent } satisfies SetContact)
/** The contacts of those who allowed it, for a facilitator's record. */
export const readContacts = (wall: WallId, key: string): Promise<Answer<ContactsOfRecord>> => post(`/api/walls/${wall}/contacts`, { key })

/** Until when a wall is kept; the three below are a facilitator's. */
export const readKeeping = (wall: WallId, token: string): Promise<Answer<WallKeeping>> => post(`/api/walls/${wall}/keeping`, { token })
export const keepUntil = (wall: WallId, token: string, until: number): Promise<Answer<WallKeeping>> =>
  post(`/api/walls/${wall}/keeping/set`, { token, until } satisfies KeepUntil)
export const eraseContacts = (wall: WallId, token: string): Promise<Answer<ContactsErased>> => post(`/api/walls/${wall}/erase-contacts`, { token })
/** Takes everybody's name off the wall. */
export const anonymiseWall = (wall: WallId, token: string): Promise<Answer<NamesErased>> => post(`/api/walls/${wall}/anonymise`, { token })
/** Takes a person off the wall: oneself, or for a facilitator whoever asks for it. */
export const erasePerson = (wall: WallId, token: string, participant: ParticipantId, notes: ErasePerson['notes']): Promise<Answer<NamesErased>> =>
  post(`/api/walls/${wall}/erase-person`, { token, participant, notes } satisfies ErasePerson)
export const eraseWall = (wall: WallId, token: string): Promise<Answer<WallErased>> => post(`/api/walls/${wall}/erase`, { token })

/** The earlier versions of a wall; these four are a facilitator's. */
export const listVersions = (wall: WallId, token: string): Promise<Answer<VersionsListed>> => post(`/api/walls/${wall}/versions`, { token })
/** Keeps the wall as it is now. */
export const saveVersion = (wall: WallId, token: string): Promise<Answer<VersionsListed>> => post(`/api/walls/${wall}/versions/save`, { token })
export const readVersion = (wall: WallId, token: string, version: number): Promise<Answer<VersionRead>> =>
  post(`/api/walls/${wall}/versions/read`, { token, version })
/** Brings the wall back, for everybody; the wall as it is now is kept as a version first. */
export const restoreVersion = (wall: WallId, token: string, version: number): Promise<Answer<VersionsListed>> =>
  post(`/api/walls/${wall}/versions/restore`, { token, version })

async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  let response: Response
  try {
    response = await send(path, body)
  } catch {
    return { ok: false, refusal: 'offline', message: '' } // fetch throws for one reason: no answer arrived
  }
  const content: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, value: content as T } // our own server's answer, typed in shared/protocol
  const error = (content as { error?: { code?: ApiErrorCode; message?: string } } | undefined)?.error
  // A proxy in between answers without our body while the server is away.
  return { ok: false, refusal: error?.code ?? 'offline', message: error?.message ?? '' }
}

const send = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
