import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnServer } from './spawnServer.ts'

export interface BuiltServer {
  /** `http://127.0.0.1:<port>`, the same for as long as the test lasts. */
  readonly url: string
  /** Where its walls are kept. */
  readonly folder: string
  /** Of the process that runs now. */
  pid(): number
  /** As when the power fails. */
  kill(): Promise<void>
  /** Starts it again on the same folder and the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

/** The server that `npm start` runs, as a process of its own with a folder of its own. @param env what its operator set @param program what is run, with the client beside it */
export async function startBuiltServer(env: Record<string, string> = {}, program?: string): Promise<BuiltServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-e2e-'))
  let running = await spawnServer({ DATA_DIR: folder, ...env }, program)
  const { url } = running
  const kill = async (): Promise<void> => {
    running.kill('SIGKILL')
    await running.ended
  }
  return {
    url,
    folder,
    pid: () => running.pid,
    kill,
    async start() {
      running = await spawnServer({ DATA_DIR: folder, ...env, PORT: new URL(url).port }, program)
    },
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
