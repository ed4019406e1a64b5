import type { Link, Store } from '../storage/store.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { hashOf } from './keys.ts'
import type { Pass } from './token.ts'

export type Opened = { is: 'open'; link: Link } | { is: 'revoked' | 'wrong' | 'noSuchWall' }

/** What a link's key opens. */
export async function openLink(store: Store, wall: WallId, key: string): Promise<Opened> {
  const link = await store.findLink(wall, hashOf(key))
  if (link) return link.isRevoked ? { is: 'revoked' } : { is: 'open', link }
  return { is: (await store.hasWall(wall)) ? 'wrong' : 'noSuchWall' }
}

/** Whether the link that a pass came from still stands. */
export async function stillStands(store: Store, pass: Pass): Promise<boolean> {
  const link = await store.currentLink(pass.wall, pass.role)
  return link !== undefined && !link.isRevoked && link.generation === pass.generation
}
