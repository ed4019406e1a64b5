import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { heapAfterCollection } from './inspector.ts'
import { PROXY_HEADER } from './loopback.ts'
import type { StartOptions } from './relayUnderTest.ts'

export interface ServerProcess {
  readonly pid: number
  readonly port: number
  heapMb(): Promise<number>
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const MOST_START_MS = 20_000
const MOST_STOP_MS = 15_000
const INSPECTOR = /ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]+/

/**
 * Starts a Node program that takes PORT, HOST and DATA_DIR, and waits until it listens.
 * @throws with what it wrote to standard error when it ends instead
 */
export async function startProcess(program: string, { isInspected }: StartOptions): Promise<ServerProcess> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-bench-'))
  const flags = isInspected ? [`--inspect=${HOST}:0`] : []
  const child = spawn(process.execPath, [...flags, program], {
    env: { PATH: process.env.PATH, PORT: String(port), HOST, DATA_DIR: folder, PROXY_HEADER },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  let hasEnded = false
  const ended = once(child, 'exit').then(() => {
    hasEnded = true
  })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)

  const giveUpAt = Date.now() + MOST_START_MS
  while (!(await listens(port))) {
    if (hasEnded || Date.now() > giveUpAt) {
      child.kill('SIGKILL')
      throw new Error(`${program} does not listen: ${errors}`)
    }
    await sleep(20)
  }
  return {
    pid: child.pid ?? 0,
    port,
    heapMb() {
      const [address] = INSPECTOR.exec(errors) ?? []
      if (address === undefined) throw new Error('This server was not started with an inspector.')
      return heapAfterCollection(address)
    },
    async close() {
      child.kill('SIGTERM')
      const hurry = setTimeout(() => child.kill('SIGKILL'), MOST_STOP_MS)
      await ended
      clearTimeout(hurry)
      process.off('exit', endWithUs)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  server.close()
  await once(server, 'close')
  return port
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
