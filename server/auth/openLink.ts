import type { Link, Store } from '../storage/store.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { hashOf } from './keys.ts'
import type { Pass } from './token.ts'

export type Opened = { is: 'open'; link: Link } | { is: 'revoked' | 'wrong' | NoWall }
type NoWall = 'noSuchWall' | 'erased'

/** What a link's key opens. */
export async function openLink(store: Store, wall: WallId, key: string): Promise<Opened> {
  const link = await store.findLink(wall, hashOf(key))
  if (link) return link.isRevoked ? { is: 'revoked' } : { is: 'open', link }
  return { is: (await whyNoWall(store, wall)) ?? 'wrong' }
}

/** @returns `undefined` when the wall is there */
export async function whyNoWall(store: Store, wall: WallId): Promise<NoWall | undefined> {
  if (await store.hasWall(wall)) return undefined
  return (await store.wasErased(wall)) ? 'erased' : 'noSuchWall'
}

/** @returns why a pass is good no more: its link was revoked, or its holder removed or erased; `undefined` while it is good */
export async function whyVoid(store: Store, { wall, role, generation, participant }: Pass): Promise<'linkInvalid' | 'removed' | 'personErased' | undefined> {
  const link = await store.currentLink(wall, role)
  if (!link || link.isRevoked || link.generation !== generation) return 'linkInvalid'
  if (participant === undefined) return undefined
  const person = await store.findParticipant(wall, participant)
  if (!person) return 'personErased' // whoever has a pass was known when it was written
  return person.isRemoved ? 'removed' : undefined
}
