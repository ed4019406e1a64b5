import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'

/** The wall as this browser keeps it: what its own document holds, without asking the page. */
export async function deviceCopyOf(page: Page, wall: WallId): Promise<Y.Doc> {
  const updates = await page.evaluate(async (prefix) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(`The device's copy ${prefix} cannot be read`))
      })
    const { name } = (await indexedDB.databases()).find((known) => known.name?.startsWith(prefix)) ?? {}
    if (name === undefined) throw new Error(`This device keeps no ${prefix}`)
    const database = await answer(indexedDB.open(name))
    const updates = await answer<Uint8Array[]>(database.transaction('updates').objectStore('updates').getAll() as IDBRequest<Uint8Array[]>)
    database.close()
    return updates.map((update) => [...update])
  }, `pollinate-${wall}-`)
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, Uint8Array.from(update))
  return doc
}
