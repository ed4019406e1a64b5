import type { WebsocketProvider } from 'y-websocket'
import { closeNameOf, type CloseName } from '#shared/protocol/closeCodes.ts'
import type { Pass } from './createPass.ts'

/** `closed`: the server ended it for good, and why; everything else comes back by itself. */
export type Connection =
  | { is: 'connecting' | 'open' }
  /** `why`: the server's word, when it had one. */
  | { is: 'offline'; why?: CloseName }
  | { is: 'closed'; why: CloseName }

/** A session's line to the server: it comes and goes by itself, until the server ends it for good. */
export interface SessionLine {
  connect(): Promise<void>
  /** Ends it from here. Resolves when the server has read all that was sent. */
  hangUp(): Promise<void>
  close(): void
}

interface LineOptions {
  readonly provider: WebsocketProvider
  readonly pass: Pass
  /** As it was told last. */
  readonly connection: () => Connection
  readonly onConnection: (connection: Connection) => void
  /** All that the server has is here. */
  readonly onSync: () => void
  /** The server ended it for good. */
  readonly onEnd: (why: CloseName) => void
}

const RETRY_MS = 3000
const GOODBYE_MS = 3000

export function keepLine({ provider, pass, connection, onConnection, onSync, onEnd }: LineOptions): SessionLine {
  let isOver = false
  let retry: ReturnType<typeof setTimeout> | undefined
  const hasEnded = (): boolean => isOver || connection().is === 'closed'

  async function connect(): Promise<void> {
    clearTimeout(retry)
    if (isOver) return // while this device's copy was being read
    const token = await pass.token()
    if (hasEnded()) return
    if (token !== undefined) {
      provider.connect()
      return
    }
    onConnection({ is: 'offline' })
    retry = setTimeout(() => void connect(), RETRY_MS)
  }

  provider.on('status', ({ status }) => {
    // Where it is offline already, the connection that was closed has said why.
    if (status === 'disconnected' && !hasEnded() && connection().is !== 'offline') onConnection({ is: 'offline' })
  })
  // A failed attempt: the provider tries again by itself, with a token that may have grown old meanwhile.
  provider.on('connection-close', (event) => {
    if (hasEnded()) return
    onConnection({ is: 'offline', why: event ? closeNameOf(event.code, event.reason) : undefined })
    void pass.token()
  })
  provider.on('sync', (isSynced) => {
    if (isSynced && !isOver) onSync()
  })
  provider.on('closed', ({ code, reason }) => {
    const why = closeNameOf(code, reason) ?? 'notAllowed'
    // The token may have run out while the device slept: the link itself is asked once more before giving up.
    if (why === 'linkInvalid' && pass.mayHaveRunOut) {
      pass.expire()
      void connect()
    } else onEnd(why)
  })
  const online = (): void => void connect()
  window.addEventListener('online', online)

  function close(): void {
    isOver = true
    clearTimeout(retry)
    window.removeEventListener('online', online)
  }

  return {
    connect,
    async hangUp() {
      const { ws } = provider
      const isClosed = new Promise((resolve) => (ws ? ws.addEventListener('close', resolve) : resolve(undefined)))
      close()
      provider.disconnect()
      onConnection({ is: 'connecting' })
      // The server answers a goodbye after all that came before it. Where the line is gone it will not.
      await Promise.race([isClosed, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))])
    },
    close,
  }
}
