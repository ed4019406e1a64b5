import { createHmac, timingSafeEqual } from 'node:crypto'
import { ROLES, type Role } from '#shared/permissions/roles.ts'
import { isId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'

/** What a token says of its holder. */
export interface Pass {
  readonly wall: WallId
  readonly role: Role
  /** Of the link that was used; when the link is revoked its passes end with it. */
  readonly generation: number
  /** `undefined` for viewers, who are nobody in particular. */
  readonly participant: ParticipantId | undefined
}

const LIFETIME_MS = 60 * 60_000

/**
 * A pass in writing: `<base64url of JSON>.<base64url of HMAC-SHA256>`, good for an hour.
 * Its letters are those that a WebSocket subprotocol may have.
 * @param now milliseconds since 1970
 */
export function writeToken(pass: Pass, secret: Uint8Array, now: number): string {
  const { wall, role, generation, participant } = pass
  const content = Buffer.from(JSON.stringify([wall, role, generation, participant ?? '', now + LIFETIME_MS]))
  const text = content.toString('base64url')
  return `${text}.${sign(text, secret).toString('base64url')}`
}

/** @returns `undefined` for a token that we did not write, or whose hour is over */
export function readToken(token: string, secret: Uint8Array, now: number): Pass | undefined {
  const [text = '', signature = '', ...rest] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(text, secret)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const content: unknown = JSON.parse(Buffer.from(text, 'base64url').toString()) // ours, as the signature shows
  const [wall, role, generation, participant, until] = Array.isArray(content) ? (content as unknown[]) : []
  const knownRole = ROLES.find((known) => known === role)
  if (!isId(wall) || !knownRole || typeof generation !== 'number' || typeof until !== 'number' || until <= now) return undefined
  return {
    wall: wall as WallId,
    role: knownRole,
    generation,
    participant: isId(participant) ? (participant as ParticipantId) : undefined,
  }
}

const sign = (text: string, secret: Uint8Array): Buffer => createHmac('sha256', secret).update(text).digest()
