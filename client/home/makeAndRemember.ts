import type { MakeWall, RestoreWall, WallMade, WallRestored } from '#shared/protocol/api.ts'
import { keyOfLink } from '../panels/links/knownLinks.ts'
import { makeWall, restoreWall, type Answer, type Refusal } from '../session/api.ts'
import { rememberedMakerKey, rememberMakerKey, rememberWall } from '../session/device.ts'

/** Makes a wall; this device keeps its three links, since nobody else can give them back. */
export async function makeAndRemember(wanted: MakeWall): Promise<Answer<WallMade>> {
  const body = { ...wanted, key: wanted.key || rememberedMakerKey() }
  const answer = await makeWall(body)
  if (!answer.ok) return answer
  remember(answer.value, body.title, body.key)
  return answer
}

/** The same of a wall that is made from the file of an earlier one. */
export async function restoreAndRemember(wanted: RestoreWall): Promise<Answer<WallRestored>> {
  const key = wanted.key || rememberedMakerKey()
  const answer = await restoreWall({ ...wanted, ...(key !== undefined && { key }) })
  if (answer.ok) remember(answer.value, answer.value.title, key)
  return answer
}

function remember({ id, links }: WallMade, title: string, makerKey: string | undefined): void {
  if (makerKey !== undefined) rememberMakerKey(makerKey)
  const keys = { facilitator: keyOfLink(links.facilitator), participant: keyOfLink(links.participant), viewer: keyOfLink(links.viewer) }
  rememberWall({ id, title, role: 'facilitator', openedAt: Date.now(), keys })
}

/** The key, under `home.failed`, of what a person reads when no wall was made. */
export const whyNotMade = (refusal: Refusal): 'offline' | 'too_many' | 'maker_key' | 'other' =>
  refusal === 'offline' || refusal === 'too_many' || refusal === 'maker_key' ? refusal : 'other'
