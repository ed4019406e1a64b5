import { expect } from 'vitest'
import { freePort } from '../freePort.ts'
import { spawnServer, type ServerProcess } from '../spawnServer.ts'

/** A server that goes away and comes back at the same address. */
export interface FuzzedNode {
  readonly url: string
  readonly isUp: boolean
  /** Ends it and starts it anew. Resolves when it has ended; it takes a while until it serves again. */
  restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  whenUp(): Promise<void>
  /** Ends it for good. @throws when it had anything to complain of since it began, or does not end cleanly */
  close(): Promise<void>
  /** Leaves nothing running, whatever happened. */
  abandon(): void
}

export async function startFuzzedNode(env: Record<string, string>): Promise<FuzzedNode> {
  const port = await freePort()
  const start = () => spawnServer({ ...env, PORT: String(port), LOG_LEVEL: 'error' })
  let running: ServerProcess = await start()
  let starting: Promise<void> | undefined
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    running.kill(signal)
    const { code, stderr } = await running.ended
    expect({ code, stderr }).toEqual({ code: signal === 'SIGTERM' ? 0 : null, stderr: '' })
  }
  return {
    url: running.url,
    get isUp() {
      return starting === undefined
    },
    async restart(signal) {
      await starting
      await end(signal)
      starting = start().then((again) => {
        running = again
        starting = undefined
      })
    },
    whenUp: async () => starting,
    async close() {
      await starting
      await end('SIGTERM')
    },
    abandon: () => running.kill('SIGKILL'),
  }
}
