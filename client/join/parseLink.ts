import { isCountry } from '#shared/countries/isCountry.ts'
import { isId, type WallId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'

/** What a link to a wall carries. The fragment never reaches a server, a log or a Referer. */
export interface WallLink {
  readonly wallId: WallId
  readonly key: string
  /** A personal invitation: whoever opens it has this name. Without a country it still has to be asked. */
  readonly invited: { readonly name: string; readonly country: string | undefined } | undefined
}
/** What happened to a link on its way; each has its own words. */
export type LinkProblem = 'wallMangled' | 'keyMissing' | 'keyMangled'

type ParsedLink = { ok: true; link: WallLink } | { ok: false; problem: LinkProblem }

/** Every key is made by `newId`. */
const KEY_LENGTH = 22

/**
 * Reads `/w/<id>#k=<key>[&name=Amina&country=ke]`, strictly: a link that is not whole is told, never guessed at.
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
  if (more.length > 0 || !isId(key) || key.length !== KEY_LENGTH) return { ok: false, problem: 'keyMangled' }
  const name = fields.get('name')?.trim().slice(0, LIMITS.name)
  const country = fields.get('country')?.toLowerCase() ?? ''
  const invited = name ? { name, country: isCountry(country) ? country : undefined } : undefined
  return { ok: true, link: { wallId: id as WallId, key, invited } }
}
