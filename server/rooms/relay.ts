import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { CLOSE, type CloseName } from '#shared/protocol/closeCodes.ts'
import { SUBPROTOCOL, WIRE } from '#shared/protocol/limits.ts'
import { isId, type WallId } from '#shared/wall/ids.ts'
import { addressOf, type Address } from '../auth/addressOf.ts'
import { whyNoWall, whyVoid } from '../auth/openLink.ts'
import { isFromOwnPage } from '../auth/origin.ts'
import { readToken } from '../auth/token.ts'
import { WallGone } from '../storage/wallGone.ts'
import { Member } from './member.ts'
import { PresencePace } from './presencePace.ts'
import type { RoomOptions } from './room.ts'
import type { Hold, Rooms } from './rooms.ts'
import { Turnstile } from './turnstile.ts'
import { Unfinished } from './unfinished.ts'
import { readMessage } from './wire.ts'

interface RelayOptions extends Omit<RoomOptions, 'wall' | 'bus'> {
  readonly rooms: Rooms
  /** Signs the tokens. */
  readonly secret: Uint8Array
  readonly publicUrl: string | undefined
  readonly proxyHeader: string | undefined
  readonly socketsPerAddress: number
}

export interface Relay {
  /** Takes an upgrade of the path `/relay/<wall>`. @returns `false` when the path is another one */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): boolean
  /** Refuses whoever comes from now on, sends everybody away, and saves all rooms. */
  close(): Promise<void>
}

const PATH = /^\/relay\/([^/?#]+)$/
/** How long a goodbye may stay unanswered when the server ends, and when it goes on. */
const LAST_WORD_MS = 1000
const GOODBYE_MS = 5000
/** In how many pieces a message may come: browsers cut a large one up every 64 KB or more. */
const MOST_FRAGMENTS = 1024
/** Bytes of a ping or pong before what it says (RFC 6455, section 5.2). */
const CONTROL_HEADER = 6

/**
 * The door to the rooms. Every upgrade is accepted and a refusal is a close code: a browser cannot see why an upgrade
 * was refused over HTTP.
 */
export function createRelay(options: RelayOptions): Relay {
  const { rooms, store, secret, publicUrl, proxyHeader, socketsPerAddress, timing, log, meters } = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: WIRE.messageBytes,
    maxFragments: MOST_FRAGMENTS,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const turnstile = new Turnstile({ socketsPerAddress, isOwnMachineFree: proxyHeader === undefined })
  const unfinished = new Unfinished()
  const closing = new AbortController()

  /** @returns why somebody is not let in */
  async function admit(ws: WebSocket, request: IncomingMessage, socket: Socket, wallInPath: string): Promise<CloseName | undefined> {
    if (closing.signal.aborted) return 'restart'
    const address = addressOf(request, proxyHeader)
    const visit = turnstile.arrive(address)
    if (!visit) return 'addressFull'
    ws.on('close', () => visit.leave())
    if (!isFromOwnPage(request, publicUrl)) return 'notAllowed'
    const token = tokenOf(request)
    const pass = readToken(token, secret, Date.now())
    if (pass && !visit.mayCome(pass, token)) return holdUp(visit.isHeldUp(pass, token))
    const whyNone = isId(wallInPath) ? await whyNoWall(store, wallInPath as WallId) : 'noSuchWall'
    if (whyNone) return whyNone
    if (pass?.wall !== wallInPath) return 'linkInvalid'
    const why = (await whyVoid(store, pass)) ?? visit.letIn(pass, token)
    if (why) return why
    const hold = await rooms.hold(pass.wall)
    // While a large wall was being read, the link may have been revoked.
    const whyNow = closing.signal.aborted ? 'restart' : await whyVoid(store, pass)
    if (whyNow || ws.readyState !== ws.OPEN) {
      hold.release()
      return whyNow ?? 'busy'
    }
    watchMessages(ws, socket, address, unfinished)
    enter(ws, new Member(ws, socket, pass, timing, meters.traffic), hold)
    ws.resume()
    return undefined
  }

  /** Who comes too often waits for the word that the server is busy, or each refusal would make the next one come at once. */
  async function holdUp(isWorthIt: boolean): Promise<CloseName> {
    const { signal } = closing
    if (isWorthIt) await sleep(timing.heldUpMs, undefined, { signal, ref: false }).catch(() => undefined) // the server ends
    return signal.aborted ? 'restart' : 'busy'
  }

  function refuse(ws: WebSocket, why: CloseName): void {
    meters.refused(why)
    ws.resume() // the answer to our goodbye must be read
    ws.close(CLOSE[why].code, CLOSE[why].reason)
    setTimeout(() => ws.terminate(), GOODBYE_MS).unref()
  }

  return {
    upgrade(request, socket, head) {
      const wall = PATH.exec(request.url ?? '')?.[1]
      if (wall === undefined) return false
      sockets.handleUpgrade(request, socket, head, (ws) => {
        ws.pause() // what the client says first waits until its room is there
        ws.on('error', (error) => log.debug({ err: error }, 'a socket failed'))
        ws.on('close', (code) => meters.closed(code))
        admit(ws, request, socket, wall).then(
          (why) => why && refuse(ws, why),
          (error: unknown) => {
            if (error instanceof WallGone) return refuse(ws, 'busy') // it is being erased: at the next coming it is known
            log.error({ err: error, wall }, 'a connection could not be admitted')
            refuse(ws, 'busy')
          },
        )
      })
      return true
    },
    async close() {
      closing.abort()
      await rooms.sendAway()
      const stillOpen = [...sockets.clients].map((ws) => new Promise((resolve) => ws.once('close', resolve)))
      const hurry = setTimeout(() => sockets.clients.forEach((ws) => ws.terminate()), LAST_WORD_MS)
      await Promise.all(stillOpen)
      clearTimeout(hurry)
      await rooms.close()
    },
  }
}

/** Tells how much has arrived of a message that has not ended. */
function watchMessages(ws: WebSocket, socket: Socket, address: Address, unfinished: Unfinished): void {
  const speaker = { address, end: () => ws.terminate() }
  let endedAt = socket.bytesRead
  let pieces = 0
  ws.on('message', () => {
    endedAt = socket.bytesRead
    pieces = 0
  })
  const isNoMessage = ({ length }: Buffer): void => void (endedAt += CONTROL_HEADER + length)
  ws.on('ping', isNoMessage)
  ws.on('pong', isNoMessage)
  socket.on('data', () => unfinished.hold(speaker, Math.max(0, socket.bytesRead - endedAt), ++pieces))
  ws.on('close', () => unfinished.hold(speaker, 0, 0))
}

function enter(ws: WebSocket, member: Member, hold: Hold): void {
  const { room } = hold
  const presence = new PresencePace((entries) => room.hear(member, { type: 'presence', entries }))
  ws.on('message', (data: RawData, isBinary) => {
    if (ws.readyState !== ws.OPEN) return // it has been sent away already
    // With ws's default binaryType a message is always one Buffer.
    const bytes = data instanceof Uint8Array ? data : new Uint8Array()
    member.heard(bytes.length)
    const message = isBinary ? readMessage(bytes) : undefined
    if (!message) member.close('badMessage')
    else if (message.type === 'presence') presence.take(message.entries, Date.now())
    else room.hear(member, message)
  })
  ws.on('close', () => {
    presence.stop()
    room.leave(member)
    hold.release()
  })
  room.enter(member)
}

/** The token is offered as a second subprotocol: a browser can send nothing else, and addresses end up in logs. */
function tokenOf(request: IncomingMessage): string {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return (offered.includes(SUBPROTOCOL) && offered.find((name) => name !== SUBPROTOCOL)) || ''
}
