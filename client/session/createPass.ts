import type { CloseName } from '#shared/protocol/closeCodes.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { joinWall } from './api.ts'

/** Tokens live an hour; one this old is replaced before it is needed. */
const FRESH_MS = 40 * 60_000
/** One this young was refused for what it is, not for its age. */
const YOUNG_MS = 5000

/** A person's right to be on a wall: a token, which the link gives anew whenever it has grown old. */
export interface Pass {
  /** One that is still good; `undefined` when the server cannot be asked now, or the link no longer opens the wall. */
  token(): Promise<string | undefined>
  /** A refused one may merely have run out, as while the device slept. */
  readonly mayHaveRunOut: boolean
  /** The next call of `token` asks for another one. */
  expire(): void
}

interface PassOptions {
  /** Fresh from the server. */
  readonly given: string | undefined
  readonly onToken: (token: string) => void
  /** The link opens this wall no longer, and why. */
  readonly onEnd: (why: CloseName) => void
}

interface Holder {
  readonly wallId: WallId
  readonly key: string
  readonly participant?: ParticipantId
  readonly secret?: string
}

export function createPass({ wallId, key, participant, secret }: Holder, { given, onToken, onEnd }: PassOptions): Pass {
  let token = given
  let since = given === undefined ? -Infinity : Date.now()
  if (given !== undefined) onToken(given)

  return {
    async token() {
      if (Date.now() - since < FRESH_MS) return token
      const answer = await joinWall(wallId, { key, participant, secret })
      if (answer.ok) {
        token = answer.value.token
        since = Date.now()
        onToken(token)
        return token
      }
      const { refusal } = answer
      if (refusal === 'offline' || refusal === 'too_many' || refusal === 'internal' || refusal === 'not_saved') return undefined
      onEnd(refusal === 'not_found' ? 'noSuchWall' : refusal === 'unknown_person' ? 'personErased' : refusal === 'removed' || refusal === 'erased' ? refusal : 'linkInvalid')
      return undefined
    },
    get mayHaveRunOut() {
      return Date.now() - since > YOUNG_MS
    },
    expire() {
      since = -Infinity
    },
  }
}
