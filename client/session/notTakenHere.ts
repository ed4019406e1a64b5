import type { WallId } from '#shared/wall/ids.ts'
import type { NotTaken } from './changesNotTaken.ts'

const keyOf = (wallId: WallId): string => `pollinate.notTaken.${wallId}`

/** What the server did not take, until its owner has put it away: a page that is closed must not forget it. */
export function storedNotTaken(wallId: WallId): NotTaken | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(wallId)) ?? 'null') as NotTaken | null) ?? undefined // written by us alone
  } catch {
    return undefined // storage is switched off
  }
}

/** @param notTaken `undefined` once it has been put away */
export function storeNotTaken(wallId: WallId, notTaken: NotTaken | undefined): void {
  try {
    if (notTaken) localStorage.setItem(keyOf(wallId), JSON.stringify(notTaken))
    else localStorage.removeItem(keyOf(wallId))
  } catch {
    // Storage is full or switched off: it is shown now, and only not again after a reload.
  }
}
