import { fileURLToPath } from 'node:url'
import type { Joined, WallMade } from '#shared/protocol/api.ts'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import type { Invitation } from '../crowd/visit.ts'
import { loopbackAddress, postFrom } from './loopback.ts'
import type { RelayUnderTest, StartOptions, WallUnderTest } from './relayUnderTest.ts'
import { startProcess } from './startProcess.ts'

const PROGRAM = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url))
/** Well below the walls that one address may make in an hour. */
const WALLS_AN_ADDRESS = 50

/** Our own server, as `npm start` runs it. */
export async function startPollinate(options: StartOptions): Promise<RelayUnderTest> {
  const server = await startProcess(PROGRAM, options)
  const origin = `http://127.0.0.1:${server.port}`
  let walls = 0
  let guests = 0

  async function makeWall(): Promise<WallUnderTest> {
    const { id, links } = await postFrom<WallMade>(loopbackAddress(Math.floor(walls++ / WALLS_AN_ADDRESS)), `${origin}/api/walls`, { title: 'Bench' })
    const inviteOne = async (role: 'participant' | 'viewer'): Promise<Invitation> => {
      const from = loopbackAddress(++guests)
      const key = new URL(links[role]).hash.slice('#k='.length)
      const who = role === 'participant' ? { name: `Delegate ${guests}`, country: 'ke', institution: 'Ministry of Environment' } : {}
      const { token, participant } = await postFrom<Joined>(from, `${origin}/api/walls/${id}/join`, { key, ...who })
      return { host: '127.0.0.1', port: server.port, path: `/relay/${id}`, protocols: [SUBPROTOCOL, token], from, dialect: { is: 'y-websocket' }, participant }
    }
    return {
      async invite(role, count) {
        const invitations: Invitation[] = []
        for (let left = count; left > 0; left--) invitations.push(await inviteOne(role))
        return invitations
      },
    }
  }
  return { ...server, makeWall }
}
