import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { CLOSE, type CloseName } from '#shared/protocol/closeCodes.ts'
import { SUBPROTOCOL, WIRE } from '#shared/protocol/limits.ts'
import { isId, type WallId } from '#shared/wall/ids.ts'
import { stillStands } from '../auth/openLink.ts'
import { isFromOwnPage } from '../auth/origin.ts'
import { readToken, type Pass } from '../auth/token.ts'
import { Member } from './member.ts'
import type { RoomOptions } from './room.ts'
import type { Hold, Rooms } from './rooms.ts'
import { readMessage } from './wire.ts'

interface RelayOptions extends Omit<RoomOptions, 'wall'> {
  readonly rooms: Rooms
  /** Signs the tokens. */
  readonly secret: Uint8Array
  readonly publicUrl: string | undefined
}

export interface Relay {
  /** Takes an upgrade of the path `/relay/<wall>`. @returns `false` when the path is another one */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): boolean
  /** Refuses whoever comes from now on, saves all rooms, and sends everybody away. */
  close(): Promise<void>
}

const PATH = /^\/relay\/([^/?#]+)$/
/** How long a goodbye may stay unanswered. */
const LAST_WORD_MS = 1000

/**
 * The door to the rooms. Every upgrade is accepted and a refusal is a close code: a browser cannot see why an upgrade
 * was refused over HTTP.
 */
export function createRelay(options: RelayOptions): Relay {
  const { rooms, store, secret, publicUrl, timing, log } = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: WIRE.messageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  let isClosing = false

  async function admit(ws: WebSocket, request: IncomingMessage, socket: Socket, wallInPath: string): Promise<void> {
    const refuse = (why: CloseName): void => {
      ws.resume() // the answer to our goodbye must be read
      ws.close(CLOSE[why].code, CLOSE[why].reason)
    }
    if (isClosing) return refuse('restart')
    if (!isFromOwnPage(request, publicUrl)) return refuse('notAllowed')
    if (!isId(wallInPath) || !(await store.hasWall(wallInPath as WallId))) return refuse('noSuchWall')
    const pass = passOf(request, secret)
    if (pass?.wall !== wallInPath || !(await stillStands(store, pass))) return refuse('linkInvalid')
    const hold = await rooms.hold(pass.wall)
    if (ws.readyState !== ws.OPEN || hold.room.members.size >= WIRE.clientsPerRoom || isClosing) {
      hold.release()
      return refuse('busy')
    }
    enter(ws, new Member(ws, socket, pass, timing), hold)
    ws.resume()
  }

  return {
    upgrade(request, socket, head) {
      const wall = PATH.exec(request.url ?? '')?.[1]
      if (wall === undefined) return false
      sockets.handleUpgrade(request, socket, head, (ws) => {
        ws.pause() // what the client says first waits until its room is there
        ws.on('error', (error) => log.debug({ err: error }, 'a socket failed'))
        admit(ws, request, socket, wall).catch((error: unknown) => {
          log.error({ err: error, wall }, 'a connection could not be admitted')
          ws.resume()
          ws.close(CLOSE.busy.code, CLOSE.busy.reason)
        })
      })
      return true
    },
    async close() {
      isClosing = true
      await rooms.close()
      const stillOpen = [...sockets.clients].map((ws) => new Promise((resolve) => ws.once('close', resolve)))
      const hurry = setTimeout(() => sockets.clients.forEach((ws) => ws.terminate()), LAST_WORD_MS)
      await Promise.all(stillOpen)
      clearTimeout(hurry)
    },
  }
}

function enter(ws: WebSocket, member: Member, hold: Hold): void {
  const { room } = hold
  ws.on('message', (data: RawData, isBinary) => {
    if (ws.readyState !== ws.OPEN) return // it has been sent away already
    // With ws's default binaryType a message is always one Buffer.
    const message = isBinary && data instanceof Uint8Array ? readMessage(data) : undefined
    if (message) room.hear(member, message)
    else member.close('badMessage')
  })
  ws.on('close', () => {
    room.leave(member)
    hold.release()
  })
  room.enter(member)
}

/** The token is offered as a second subprotocol: a browser can send nothing else, and addresses end up in logs. */
function passOf(request: IncomingMessage, secret: Uint8Array): Pass | undefined {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const token = offered.find((name) => name !== SUBPROTOCOL)
  return offered.includes(SUBPROTOCOL) && token ? readToken(token, secret, Date.now()) : undefined
}
