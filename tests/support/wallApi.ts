import type { Joined, JoinWall, MakeWall, WallMade } from '#shared/protocol/api.ts'
import type { Role } from '#shared/permissions/roles.ts'
import type { WallId } from '#shared/wall/ids.ts'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Posts JSON to a server; a string is sent as it is. */
export async function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

export interface MadeWall {
  readonly id: WallId
  readonly links: Readonly<Record<Role, string>>
  readonly keys: Readonly<Record<Role, string>>
}

export async function makeWall(url: string, body: Partial<MakeWall> = {}): Promise<MadeWall> {
  const answer = await post(url, '/api/walls', { title: 'A wall for a test', ...body })
  if (answer.status !== 201) throw new Error(`No wall was made: ${JSON.stringify(answer)}`)
  const { id, links } = answer.body as WallMade // our own server's, typed in shared/protocol
  const keyOf = (role: Role): string => links[role].split('#k=')[1] ?? ''
  return { id, links, keys: { facilitator: keyOf('facilitator'), participant: keyOf('participant'), viewer: keyOf('viewer') } }
}

/** Joins as somebody from Kenya, unless told otherwise. */
export async function join(url: string, wall: WallId, body: JoinWall): Promise<Joined> {
  const answer = await post(url, `/api/walls/${wall}/join`, { name: 'Amina', country: 'ke', ...body })
  if (answer.status !== 200) throw new Error(`Nobody joined: ${JSON.stringify(answer)}`)
  return answer.body as Joined // our own server's, typed in shared/protocol
}
