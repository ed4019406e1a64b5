import type { MakeWall, WallMade } from '#shared/protocol/api.ts'
import { keyOfLink } from '../panels/links/knownLinks.ts'
import { makeWall, type Answer } from '../session/api.ts'
import { rememberWall } from '../session/device.ts'

/** Makes a wall; this device keeps its three links, since nobody else can give them back. */
export async function makeAndRemember(body: MakeWall): Promise<Answer<WallMade>> {
  const answer = await makeWall(body)
  if (!answer.ok) return answer
  const { id, links } = answer.value
  const keys = { facilitator: keyOfLink(links.facilitator), participant: keyOfLink(links.participant), viewer: keyOfLink(links.viewer) }
  rememberWall({ id, title: body.title, role: 'facilitator', openedAt: Date.now(), keys })
  return answer
}
