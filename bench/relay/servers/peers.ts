import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '#shared/wall/ids.ts'
import type { Dialect } from '../crowd/visit.ts'
import { loopbackAddress } from './loopback.ts'
import type { RelayUnderTest, StartOptions } from './relayUnderTest.ts'
import { startProcess } from './startProcess.ts'

const PEERS = fileURLToPath(new URL('../peers', import.meta.url))

/** Hocuspocus 4.7 with SQLite. */
export const startHocuspocus = (options: StartOptions): Promise<RelayUnderTest> =>
  startPeer('hocuspocus.js', options, (wall) => ({ path: '/', dialect: { is: 'hocuspocus', document: wall } }))

/** `@y/websocket-server` 0.1.5, which keeps nothing on disk. */
export const startWebsocketServer = (options: StartOptions): Promise<RelayUnderTest> =>
  startPeer('node_modules/@y/websocket-server/src/server.js', options, (wall) => ({ path: `/${wall}`, dialect: { is: 'y-websocket' } }))

async function startPeer(program: string, options: StartOptions, speak: (wall: string) => { path: string; dialect: Dialect }): Promise<RelayUnderTest> {
  installPeers()
  const server = await startProcess(join(PEERS, program), options)
  let guests = 0
  return {
    ...server,
    makeWall() {
      const wall = newId(randomBytes)
      const { path, dialect } = speak(wall)
      const inviteOne = (participant: string | undefined) => ({ host: '127.0.0.1', port: server.port, path, protocols: [], from: loopbackAddress(++guests), dialect, participant })
      return Promise.resolve({
        invite: (role, count) =>
          Promise.resolve(Array.from({ length: count }, () => inviteOne(role === 'viewer' ? undefined : newId(randomBytes)))),
      })
    },
  }
}

/** They are not the project's dependencies: installed here, once. */
function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return
  console.log('Installing the peers; SQLite for Hocuspocus may be compiled, which takes two minutes.')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' })
}
