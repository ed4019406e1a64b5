import type { Role } from '#shared/permissions/roles.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { rememberedWall } from '../session/device.ts'

/**
 * The link by which participants join, where this device has it: the one it was opened with, or one of those of the wall that was made
 * here. No other link may get on paper.
 */
export function joinLinkOf({ wallId, role, key }: { wallId: WallId; role: Role; key: string }, origin: string): string | undefined {
  const known = role === 'participant' ? key : rememberedWall(wallId)?.keys.participant
  return known === undefined ? undefined : `${origin}/w/${wallId}#k=${known}`
}
