import type { IncomingMessage } from 'node:http'
import { isId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'
import { addressOf, OWN_MACHINE } from '../auth/addressOf.ts'
import { fitsHash, hashOf } from '../auth/keys.ts'
import { openLink, whyVoid } from '../auth/openLink.ts'
import { readToken, type Pass } from '../auth/token.ts'
import type { Meters, RefusalReason } from '../observe/meters.ts'
import type { Link, Participant, Store } from '../storage/store.ts'
import { createLimit, type Limit } from './createLimit.ts'
import { HttpError } from './httpError.ts'

export interface DoorOptions {
  readonly store: Store
  /** Signs the tokens. */
  readonly secret: Uint8Array
  readonly proxyHeader: string | undefined
  /** New walls for one address within an hour. */
  readonly wallsPerHour: number
  /** Who makes walls must know it; `undefined` when anybody may. */
  readonly makerKey: string | undefined
  readonly meters: Meters
}

/** What the routes ask before they do anything. Each throws an {@link HttpError} that says what is wrong. */
export interface Doors {
  /** That the address has not asked too often; for routes that a stranger can call. */
  readonly mustBeCalm: (request: IncomingMessage) => void
  readonly mustBeMaker: (request: IncomingMessage, key: string | undefined) => void
  readonly mustOpen: (request: IncomingMessage, wall: string | undefined, key: string) => Promise<{ id: WallId; link: Link }>
  readonly mustKnow: (wall: WallId, id: string, secret: string | undefined) => Promise<Participant>
  /** A token of this wall that is good now. */
  readonly mustPass: (wall: string | undefined, token: string) => Promise<Pass>
}

const HOUR_MS = 60 * 60_000
const MINUTE_MS = 60_000
/** A workshop of 300 behind one address that comes in at once: each looks and joins, and some try again. */
const REQUESTS_PER_MINUTE = 1200
/** Keys that open nothing: mistyped by a roomful of people, but not guessed. */
const WRONG_KEYS_PER_MINUTE = 60

export function createDoors({ store, secret, proxyHeader, wallsPerHour, makerKey, meters }: DoorOptions): Doors {
  const walls = createLimit(wallsPerHour, HOUR_MS)
  const requests = createLimit(REQUESTS_PER_MINUTE, MINUTE_MS)
  const wrongKeys = createLimit(WRONG_KEYS_PER_MINUTE, MINUTE_MS)
  const makerKeyHash = makerKey === undefined ? undefined : hashOf(makerKey)

  const isFree = (request: IncomingMessage): boolean => proxyHeader === undefined && addressOf(request, proxyHeader) === OWN_MACHINE
  const isWithin = (limit: Limit, request: IncomingMessage): boolean => limit.allows(addressOf(request, proxyHeader), Date.now())
  const mayGuess = (request: IncomingMessage): void => {
    if (isFree(request) || wrongKeys.hasRoom(addressOf(request, proxyHeader), Date.now())) return
    throw refused('wrongKeys', 429, 'too_many', 'Many wrong keys came from this address. Try again in a minute.', MINUTE_MS)
  }
  const countWrongKey = (request: IncomingMessage): void => void isWithin(wrongKeys, request)

  function refused(why: RefusalReason, status: number, code: HttpError['code'], message: string, afterMs?: number): HttpError {
    meters.refused(why)
    return new HttpError(status, code, message, afterMs === undefined ? {} : { 'retry-after': String(afterMs / 1000) })
  }

  return {
    mustBeCalm(request) {
      if (isFree(request) || isWithin(requests, request)) return
      throw refused('requestsPerMinute', 429, 'too_many', 'Too much was asked from this address. Try again in a minute.', MINUTE_MS)
    },
    mustBeMaker(request, key) {
      if (makerKeyHash !== undefined) {
        mayGuess(request)
        if (key === undefined || !fitsHash(key, makerKeyHash)) {
          if (key !== undefined) countWrongKey(request)
          throw refused('makerKey', 403, 'maker_key', 'On this server a key is needed to make walls. Ask whoever runs it.')
        }
      }
      if (isWithin(walls, request)) return
      throw refused('wallsPerHour', 429, 'too_many', 'Many walls were made from this address. Try again in an hour.', HOUR_MS)
    },
    async mustOpen(request, wall, key) {
      mayGuess(request)
      if (!isId(wall)) throw new HttpError(404, 'not_found', 'There is no such wall.')
      const id = wall as WallId
      const opened = await openLink(store, id, key)
      switch (opened.is) {
        case 'open':
          return { id, link: opened.link }
        case 'revoked':
          throw refused('linkInvalid', 401, 'link_invalid', 'This link was revoked. Ask the facilitator for the new one.')
        case 'wrong':
          countWrongKey(request)
          throw refused('linkInvalid', 401, 'link_invalid', 'This link is wrong or incomplete. Ask for it again, and copy all of it.')
        case 'noSuchWall':
          throw refused('noSuchWall', 404, 'not_found', 'There is no such wall.')
        case 'erased':
          throw refused('erased', 410, 'erased', 'This wall was erased.')
      }
    },
    async mustKnow(wall, id, personSecret) {
      const person = isId(id) ? await store.findParticipant(wall, id as ParticipantId) : undefined
      if (!person) throw new HttpError(403, 'unknown_person', UNKNOWN)
      if (personSecret === undefined || !fitsHash(personSecret, person.secretHash)) {
        throw new HttpError(403, 'not_allowed', 'The secret is not that of this person. Join anew with a name and a country.')
      }
      if (person.isRemoved) throw refused('removed', 403, 'removed', REMOVED)
      return person
    },
    async mustPass(wall, token) {
      const pass = readToken(token, secret, Date.now())
      const why = pass?.wall === wall && pass ? await whyVoid(store, pass) : 'linkInvalid'
      if (why === 'removed') throw refused('removed', 403, 'removed', REMOVED)
      if (why === 'personErased') throw refused('personErased', 403, 'unknown_person', UNKNOWN)
      if (!pass || why) throw refused('linkInvalid', 401, 'link_invalid', 'The token is not good, or its hour is over. Join again.')
      return pass
    },
  }
}

const UNKNOWN = 'This wall does not know that person, or has erased them. Join anew with a name and a country.'
const REMOVED = 'The facilitator has removed this person from the wall.'
