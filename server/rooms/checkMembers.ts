import { whyNoWall, whyVoid } from '../auth/openLink.ts'
import type { Store } from '../storage/store.ts'
import type { Member } from './member.ts'

/** Sends away whoever may no longer be here: the wall was erased, a link was revoked, or a person removed, on this server or another one. */
export async function checkMembers(store: Store, members: ReadonlySet<Member>): Promise<void> {
  const known = new Map<string, Awaited<ReturnType<typeof whyVoid>>>()
  const [first] = members
  if (!first) return
  const whyNone = await whyNoWall(store, first.pass.wall)
  if (whyNone) {
    for (const member of members) member.close(whyNone)
    return
  }
  for (const member of [...members]) {
    const { role, generation, participant } = member.pass
    const key = [role, generation, participant].join()
    if (!known.has(key)) known.set(key, await whyVoid(store, member.pass))
    const why = known.get(key)
    if (why) member.close(why)
  }
}
