import { isCountry } from '#shared/countries/isCountry.ts'
import { isId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'

/** What a link to a wall carries. The fragment never reaches a server, a log or a Referer. */
export interface WallLink {
  readonly wallId: WallId
  readonly key: string
  /** A personal invitation: whoever opens it has this name. Without a country it still has to be asked. */
  readonly invited: { readonly name: string; readonly country: string | undefined } | undefined
  /** Somebody's own link: whoever opens it is that person. */
  readonly personal: Identity | undefined
}
export interface Identity {
  readonly participant: ParticipantId
  readonly secret: string
}
/** What happened to a link on its way; each has its own words. */
export type LinkProblem = 'wallMangled' | 'keyMissing' | 'keyMangled'

type ParsedLink = { ok: true; link: WallLink } | { ok: false; problem: LinkProblem }

/** A person's own link to a wall. The secret comes last: it ends in a letter or digit, which mail programs leave in a link. */
export const personalLink = (origin: string, wall: WallId, key: string, { participant, secret }: Identity): string =>
  `${linkTo(origin, wall, key)}&me=${participant}&secret=${secret}`
/** The same wall and role, without a word about who one is. */
export const linkTo = (origin: string, wall: WallId, key: string): string => `${origin}/w/${wall}#k=${key}`

/** Every key and every secret is made by `newId`. */
const KEY_LENGTH = 22
const isKey = (text: string): boolean => isId(text) && text.length === KEY_LENGTH

/**
 * Reads `/w/<id>#k=<key>[&name=Amina&country=ke | &me=<participant>&secret=<secret>]`, strictly: a link that is not whole is told, never guessed at.
 * @returns `undefined` when the address is no link to a wall at all
 */
export function parseLink({ pathname, hash }: Pick<URL, 'pathname' | 'hash'>): ParsedLink | undefined {
  if (!pathname.startsWith('/w/')) return undefined
  const id = pathname.slice('/w/'.length).replace(/\/$/, '')
  if (!isId(id)) return { ok: false, problem: 'wallMangled' }
  const fields = new URLSearchParams(hash.slice(1))
  const [key = '', ...more] = fields.getAll('k')
  // Cut off is what happens most, so it is told apart from the rest.
  if (/^[\w-]*$/.test(key) && key.length < KEY_LENGTH) return { ok: false, problem: 'keyMissing' }
  if (more.length > 0 || !isKey(key)) return { ok: false, problem: 'keyMangled' }
  const personal = readIdentity(fields)
  if (personal === 'mangled') return { ok: false, problem: 'keyMissing' }
  const name = fields.get('name')?.trim().slice(0, LIMITS.name)
  const country = fields.get('country')?.toLowerCase() ?? ''
  const invited = name ? { name, country: isCountry(country) ? country : undefined } : undefined
  return { ok: true, link: { wallId: id as WallId, key, invited, personal } }
}

/** A personal link that was cut off is not a link for somebody new: that would make a second person of them. */
function readIdentity(fields: URLSearchParams): Identity | 'mangled' | undefined {
  const participant = fields.get('me')
  if (participant === null) return undefined
  const secret = fields.get('secret') ?? ''
  return isId(participant) && isKey(secret) ? { participant: participant as ParticipantId, secret } : 'mangled'
}
