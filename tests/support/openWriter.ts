import type { WallId } from '#shared/wall/ids.ts'
import type * as Y from 'yjs'
import { join, type MadeWall } from './wallApi.ts'
import { stockProvider, whenSynced } from './stockProvider.ts'

/** Somebody at another device, who writes on a wall in whatever way; the server judges it. */
export interface Writer {
  readonly doc: Y.Doc
  readonly participant: string
  /** Writes as one transaction; resolves when the server has stored it. */
  write(change: (doc: Y.Doc) => void): Promise<void>
  close(): void
}

/** @param key of the link they come by */
export async function openWriter(url: string, wall: Pick<MadeWall, 'id'>, key: string, name = 'Writer'): Promise<Writer> {
  const { token, participant = '' } = await join(url, wall.id satisfies WallId, { key, name })
  const provider = stockProvider(url, wall.id, token)
  await whenSynced(provider)
  return {
    doc: provider.doc,
    participant,
    async write(change) {
      // The echo of what was sent is the next message: nobody else is here.
      const saved = new Promise((resolve) => provider.ws?.addEventListener('message', resolve, { once: true }))
      provider.doc.transact(() => change(provider.doc))
      await saved
    },
    close: () => provider.destroy(),
  }
}
