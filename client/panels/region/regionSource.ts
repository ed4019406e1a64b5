import type { NoteId } from '#shared/wall/ids.ts'
import type { Language } from '#shared/wall/schema.ts'

/** Who knows what the notes are about: the matcher, in its worker. */
export interface RegionSource {
  /** @throws when the matcher has failed */
  topics(): Promise<ReadonlyMap<NoteId, readonly string[]>>
  readonly topicLabel: (id: string, language: Language) => string
}
