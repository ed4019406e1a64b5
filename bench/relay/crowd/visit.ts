import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writeAnswer, writeAsk, writePresence, writeUpdate } from '../../../server/rooms/wire.ts'
import { openLine, type Door, type Hearing } from './line.ts'

/** How a server speaks: y-websocket's own wire, or Hocuspocus's, which names the document in every message. */
export type Dialect = { readonly is: 'y-websocket' } | { readonly is: 'hocuspocus'; readonly document: string }

export interface Invitation extends Door {
  readonly dialect: Dialect
  /** Who they are on the wall; `undefined` for those who only watch. */
  readonly participant: string | undefined
}

interface VisitListener {
  /** The content of an update message, length included, in bytes that are good until this returns. */
  readonly onUpdate?: (bytes: Buffer, start: number, end: number) => void
  readonly onPresence?: (bytes: Buffer, start: number, end: number) => void
  /** The server says what it has; gives back what it lacks. */
  readonly onAsked?: (stateVector: Uint8Array) => Uint8Array
}

export interface Visit {
  /** Resolves when the document's state is there; rejects when the server hangs up first. */
  readonly synced: Promise<void>
  /** It, as an update; empty before, and for those who keep nothing. */
  readonly state: Uint8Array
  readonly isOpen: boolean
  readonly bytesIn: number
  readonly closeCode: number | undefined
  sendUpdate(update: Uint8Array): void
  sendPresence(client: number, clock: number, state: string): void
  stall(): void
  close(): void
}

const SYNC = 0
const PRESENCE = 1
/** Of Hocuspocus alone. */
const AUTH = 2
const SYNC_REPLY = 4
const AUTHENTICATED = 2
const ASK = 0
const ANSWER = 1
const UPDATE = 2

const HAS_NOTHING = new Uint8Array([0])
const UTF_8 = new TextEncoder()

/** Connects and asks for the whole document, as a provider does. */
export function openVisit({ dialect, ...door }: Invitation, listener: VisitListener, hearing?: Hearing): Visit {
  const prefix = dialect.is === 'hocuspocus' ? encoding.encode((encoder) => encoding.writeVarString(encoder, dialect.document)) : undefined
  const say = (message: Uint8Array): void => line.send(prefix ? Buffer.concat([prefix, message]) : message)
  let isSynced = false
  let closeCode: number | undefined
  let state: Uint8Array = new Uint8Array()
  let resolveSynced: () => void
  let rejectSynced: (why: Error) => void
  const synced = new Promise<void>((resolve, reject) => {
    resolveSynced = resolve
    rejectSynced = reject
  })
  synced.catch(() => undefined) // who waits is told; nobody has to wait

  function hear(bytes: Buffer, start: number, end: number): void {
    const at = start + (prefix?.length ?? 0)
    const type = bytes[at]
    if (type === SYNC || type === SYNC_REPLY) hearSync(bytes, at + 1, end)
    else if (type === PRESENCE) listener.onPresence?.(bytes, at + 1, end)
    else if (prefix && type === AUTH && bytes[at + 1] === AUTHENTICATED) say(writeAsk(HAS_NOTHING))
  }

  function hearSync(bytes: Buffer, at: number, end: number): void {
    const step = bytes[at]
    if (step === UPDATE || (step === ANSWER && isSynced)) listener.onUpdate?.(bytes, at + 1, end)
    else if (step === ANSWER) {
      isSynced = true
      if (!hearing || hearing.keepBytes === Infinity) state = readContent(bytes, at + 1, end)
      resolveSynced()
    } else if (step === ASK && listener.onAsked) say(writeAnswer(listener.onAsked(readContent(bytes, at + 1, end))))
  }

  const line = openLine(door, {
    onOpen: () => say(dialect.is === 'hocuspocus' ? HOCUSPOCUS_LOGIN : writeAsk(HAS_NOTHING)),
    onMessage: hear,
    onClosed: (code) => {
      closeCode = code
      rejectSynced(new Error(`The server ended the connection (${code ?? 'without a code'}).`))
    },
  }, hearing)
  return {
    synced,
    get state() {
      return state
    },
    get isOpen() {
      return line.isOpen
    },
    get bytesIn() {
      return line.bytesIn
    },
    get closeCode() {
      return closeCode
    },
    sendUpdate: (update) => say(writeUpdate(update)),
    sendPresence: (client, clock, state) => say(writePresence([{ client, clock, state: UTF_8.encode(state) }])),
    stall: () => line.stall(),
    close: () => line.close(),
  }
}

/** A copy: the socket's memory is used again. */
const readContent = (bytes: Buffer, start: number, end: number): Uint8Array =>
  decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(start, end))).slice()

/** "Here is my token"; any will do. */
const HOCUSPOCUS_LOGIN = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  encoding.writeVarString(encoder, '4.7.0')
})
