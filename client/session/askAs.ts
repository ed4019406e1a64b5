import type { WallId } from '#shared/wall/ids.ts'
import type { Answer } from './api.ts'
import type { Session } from './openSession.ts'

/** Asks the server something on behalf of the person of this session; `offline` also where no token can be had now. */
export async function askAs<T>(session: Session, ask: (wall: WallId, token: string) => Promise<Answer<T>>): Promise<Answer<T>> {
  const token = await session.token()
  return token === undefined ? { ok: false, refusal: 'offline', message: '' } : ask(session.wallId, token)
}
