import type { Role } from '#shared/permissions/roles.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { rememberedWall } from '../../session/device.ts'

/** The links of a wall that this device knows, with the address by which the page was opened. */
export function knownLinks(wallId: WallId): Partial<Record<Role, string>> {
  const { keys = {} } = rememberedWall(wallId) ?? {}
  return Object.fromEntries(Object.entries(keys).map(([role, key]) => [role, `${location.origin}/w/${wallId}#k=${key}`]))
}

/** The key in a link that the server has made. */
export const keyOfLink = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('k') ?? ''
