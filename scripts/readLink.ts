import { parseLink, type LinkProblem } from '../client/join/parseLink.ts'
import type { WallId } from '#shared/wall/ids.ts'

/** A link to a wall as somebody types it into a terminal. */
export interface TypedLink {
  /** `http://host:port` of the server. */
  readonly origin: string
  readonly wall: WallId
  readonly key: string
}

const LINK_PROBLEMS: Record<LinkProblem, string> = {
  wallMangled: 'The link was damaged on its way: the part after /w/ is not that of a wall. Copy it again.',
  keyMissing: 'The link is not whole: its end, from #k= on, is missing or cut off. Copy all of it, and put it in quotes.',
  keyMangled: 'The link was damaged on its way: the part after #k= is not a key. Copy it again, and put it in quotes.',
}

/** @returns what the link holds, or in words what is wrong with it */
export function readLink(link: string): { ok: true; value: TypedLink } | { ok: false; message: string } {
  const failure = (message: string) => ({ ok: false, message }) as const
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return failure(`--link is no address: ${link}. A link begins with http:// or https://.`)
  const parsed = parseLink(url)
  if (!parsed) return failure(`--link is no link to a wall: ${link}. One looks like http://localhost:4321/w/…#k=…`)
  if (!parsed.ok) return failure(LINK_PROBLEMS[parsed.problem])
  return { ok: true, value: { origin: url.origin, wall: parsed.link.wallId, key: parsed.link.key } }
}
