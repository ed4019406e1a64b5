import type { WallFileProblem } from '#shared/wallFile/parseWallFile.ts'
import type { Thread } from '../threads/createThread.ts'

/** The document of a wall that is restored from its file. */
export interface PreparedWall {
  /** The whole document. */
  readonly update: Uint8Array
  readonly title: string
  readonly notes: number
  /** Notes of the file that no board would show. */
  readonly skipped: number
}

/** What is asked: a wall's file with what goes with it, and what became of it. */
export type RestoreResult =
  | { readonly is: 'prepared'; readonly wall: PreparedWall; readonly key: string | undefined }
  | { readonly is: 'noWall'; readonly problem: WallFileProblem; readonly key: string | undefined }
  /** Not even the question can be read. */
  | { readonly is: 'badRequest'; readonly message: string }

/** Takes the body of a request as it came: reading 14 MB of JSON is half of the work. */
export type WallPreparer = Thread<Uint8Array, RestoreResult>
