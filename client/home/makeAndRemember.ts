import type { MakeWall, WallMade } from '#shared/protocol/api.ts'
import { keyOfLink } from '../panels/links/knownLinks.ts'
import { makeWall, type Answer, type Refusal } from '../session/api.ts'
import { rememberedMakerKey, rememberMakerKey, rememberWall } from '../session/device.ts'

/** Makes a wall; this device keeps its three links, since nobody else can give them back. */
export async function makeAndRemember(wanted: MakeWall): Promise<Answer<WallMade>> {
  const body = { ...wanted, key: wanted.key || rememberedMakerKey() }
  const answer = await makeWall(body)
  if (!answer.ok) return answer
  if (body.key !== undefined) rememberMakerKey(body.key)
  const { id, links } = answer.value
  const keys = { facilitator: keyOfLink(links.facilitator), participant: keyOfLink(links.participant), viewer: keyOfLink(links.viewer) }
  rememberWall({ id, title: body.title, role: 'facilitator', openedAt: Date.now(), keys })
  return answer
}

/** The key, under `home.failed`, of what a person reads when no wall was made. */
export const whyNotMade = (refusal: Refusal): 'offline' | 'too_many' | 'maker_key' | 'other' =>
  refusal === 'offline' || refusal === 'too_many' || refusal === 'maker_key' ? refusal : 'other'
