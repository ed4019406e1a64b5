import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  kill(signal: NodeJS.Signals): void
  /** The line of the log that says it, now or later. */
  says(what: RegExp): Promise<string>
  /** Resolves when the process has ended; `code` is null when a signal ended it. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>
}

const ROOT = join(import.meta.dirname, '../..')

/** The server that `npm start` runs, as a process of its own. @param program what is run, with the client beside it */
export async function spawnServer(env: Record<string, string>, program = inject('builtServer')): Promise<ServerProcess> {
  const { ended, output, child } = launch(env, program)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, port] = /Open http:\/\/[^:]+:(\d+)/.exec(output.stdout) ?? []
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    void ended.then(({ stderr }) => reject(new Error(`The server ended before it served: ${stderr}`)))
  })
  const says = (what: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const line = output.stderr.split('\n').slice(0, -1).find((each) => what.test(each))
        if (line === undefined) return
        child.stderr.off('data', look)
        resolve(line)
      }
      child.stderr.on('data', look)
      look()
    })
  return { url, pid: child.pid ?? 0, ended, kill: (signal) => void child.kill(signal), says }
}

/** Starts a server that is expected to end by itself. */
export const runServer = (env: Record<string, string>): ServerProcess['ended'] => launch(env, inject('builtServer')).ended

function launch(env: Record<string, string>, program: string) {
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: Buffer) => (output.stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output.stderr += text.toString()))
  const ended: ServerProcess['ended'] = new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }))
  })
  return { child, ended, output }
}
