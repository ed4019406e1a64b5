import type { WallId } from '#shared/wall/ids.ts'
import { forgetWall } from './device.ts'
import { forgetCopies } from './deviceCopy.ts'

/** Takes a wall off this device: its keys and who one was on it, its copies, what waited in them, and what was begun. */
export async function forgetOnDevice(wallId: WallId): Promise<void> {
  forgetWall(wallId)
  await forgetCopies(wallId)
}
