import { spawn, type ChildProcess } from 'node:child_process'
import { freePort } from './freePort.ts'

export interface RedisServer {
  readonly url: string
  /** It keeps its connections, and answers nobody. */
  pause(): void
  resume(): void
  /** Everything in it is gone. */
  kill(): Promise<void>
  /** Starts an empty one on the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A real redis-server on this machine alone, which writes nothing to the disk. */
export async function startRedis(options: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort()
  let running: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running = child
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.on('error', (error) => reject(new Error(`redis-server is missing: apt-get install redis-server (${error.message})`)))
      child.on('close', () => reject(new Error(`redis-server ended: ${said}`)))
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString()
        if (said.includes('Ready to accept connections')) resolve()
      })
    })
  }
  const kill = async (): Promise<void> => {
    const child = running
    running = undefined
    if (!child) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    kill,
    start,
    close: kill,
  }
}
