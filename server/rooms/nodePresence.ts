import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { PresenceEntry } from './wire.ts'

/** One client's presence, and whose it is: presence belongs to the person, on whichever server they are. */
export interface OwnedPresence extends PresenceEntry {
  readonly participant: ParticipantId | undefined
}

/** What a server tells the others of those who are connected to it. */
export interface NodePresence {
  /** Whether this is everybody: whoever is not in it has left. */
  readonly isEverybody: boolean
  readonly entries: readonly OwnedPresence[]
}

/** Servers of different versions run side by side during an upgrade; what another version says is not understood. */
const FORMAT = 1

export const writeNodePresence = ({ isEverybody, entries }: NodePresence): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, FORMAT)
    encoding.writeVarUint(encoder, isEverybody ? 1 : 0)
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, participant, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, participant ?? '')
      encoding.writeVarUint8Array(encoder, state)
    }
  })

/** @returns `undefined` for what another version of the server wrote */
export function readNodePresence(bytes: Uint8Array): NodePresence | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== FORMAT) return undefined
    const isEverybody = decoding.readVarUint(decoder) === 1
    const entries = Array.from({ length: decoding.readVarUint(decoder) }, () => readEntry(decoder))
    return { isEverybody, entries }
  } catch {
    return undefined // lib0 throws at the first byte that does not fit
  }
}

function readEntry(decoder: decoding.Decoder): OwnedPresence {
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  // Written by a server, which knows the id from its token.
  const participant = (decoding.readVarString(decoder) || undefined) as ParticipantId | undefined
  return { client, clock, participant, state: decoding.readVarUint8Array(decoder).slice() }
}
