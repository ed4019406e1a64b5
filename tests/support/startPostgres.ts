import { execFile, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export interface Postgres {
  /** Process id of the server; another one after `start`. */
  readonly pid: number
  /** Makes an empty database. @returns its address, as for DATABASE_URL */
  makeDatabase(): Promise<string>
  /** Once whoever was connected to it is gone: a closed pool's connections are still on their way out. @throws when somebody stays */
  dropDatabase(url: string): Promise<void>
  /** As when the power fails. */
  kill(): Promise<void>
  /** Starts it again on the same files and the same address. */
  start(): Promise<void>
  /** Ends it and removes its files. */
  stop(): Promise<void>
}

/**
 * A real PostgreSQL for a test: a cluster in a folder of its own, reached by a socket in that folder.
 * @throws Error that says what to install
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = await findPrograms()
  const owner = await whoMayRunIt()
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-postgres-'))
  if (owner) await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...owner }
  await promisify(execFile)(join(programs, 'initdb'), ['-D', data, '-U', 'pollinate', '--auth=trust', '--no-sync', '--no-instructions'], options)

  const urlOf = (database: string): string => `postgres:///${database}?host=${folder}&user=pollinate`
  async function admin(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: urlOf('postgres') })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  const launch = () => launchPostgres(join(programs, 'postgres'), data, folder, options)
  let running = await launch()
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.kill(running.pid, signal)
    await running.ended
  }
  let databases = 0
  return {
    get pid() {
      return running.pid
    },
    async makeDatabase() {
      const name = `walls_${++databases}`
      await admin(`create database ${name}`)
      return urlOf(name)
    },
    dropDatabase: (url) => admin(`drop database ${new URL(url).pathname.slice(1)}`),
    kill: () => end('SIGKILL'),
    async start() {
      running = await launch()
    },
    async stop() {
      await end('SIGQUIT')
      await rm(folder, { recursive: true })
    },
  }
}

type Owner = { uid: number; gid: number }

async function launchPostgres(program: string, data: string, sockets: string, options: { cwd: string } & Partial<Owner>) {
  const settings = { listen_addresses: '', unix_socket_directories: sockets, fsync: 'off', shared_buffers: '16MB', max_connections: '60' }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program, ['-D', data, ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  let output = ''
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', endWithUs)
      resolve()
    })
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.stderr.on('data', (text: Buffer) => {
      output += text.toString()
      if (output.includes('ready to accept connections')) resolve()
    })
    void ended.then(() => reject(new Error(`PostgreSQL ended before it served: ${output}`)))
  })
  return { pid: child.pid ?? 0, ended }
}

/** The folder of its programs: in PATH, or where Debian puts them. */
async function findPrograms(): Promise<string> {
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch(() => [])
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(debian, version, 'bin'))
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...newestFirst]) {
    const isThere = await access(join(folder, 'initdb'), constants.X_OK).then(() => true, () => false)
    if (isThere) return folder
  }
  throw new Error('The storage tests need PostgreSQL: install it (apt-get install postgresql), or put its bin folder into PATH.')
}

/** PostgreSQL refuses to run as root; there its own user runs it. */
async function whoMayRunIt(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const idOf = async (which: string): Promise<number> => Number((await promisify(execFile)('id', [which, 'postgres'])).stdout)
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}
