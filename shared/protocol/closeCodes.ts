/**
 * Why the server ended a connection. `retry`: whether a client comes back by itself; y-websocket does not retry 4400-4499.
 * Code and reason travel in the close frame; what a person reads is in the locales, under `connection.closed.<name>`.
 */
export const CLOSE = {
  badMessage: { code: 4400, reason: 'bad message', retry: false },
  linkInvalid: { code: 4401, reason: 'link invalid, expired or revoked', retry: false },
  notAllowed: { code: 4403, reason: 'not allowed', retry: false },
  noSuchWall: { code: 4404, reason: 'no such wall', retry: false },
  /** The server knows that it was erased; what devices keep of it is to go too. A server that has lost its walls does not say so. */
  erased: { code: 4404, reason: 'this wall was erased', retry: false },
  refusedTooOften: { code: 4409, reason: 'refused too often', retry: false },
  removed: { code: 4410, reason: 'removed from this wall', retry: false },
  /** They, or a facilitator for them, had them erased: what their devices keep of the wall is to go too. */
  personErased: { code: 4411, reason: 'this person was erased from the wall', retry: false },
  restart: { code: 1012, reason: 'the server restarts', retry: true },
  busy: { code: 1013, reason: 'busy, try again', retry: true },
  wallFull: { code: 1013, reason: 'the wall is full, try again', retry: true },
  addressFull: { code: 1013, reason: 'too many connections from this address, try again', retry: true },
  personFull: { code: 1013, reason: 'too many connections of this person, try again', retry: true },
} as const

export type CloseName = keyof typeof CLOSE

/** @returns the name with that code; where several have it, the one with that reason, or else the first */
export function closeNameOf(code: number, reason: string): CloseName | undefined {
  const names = (Object.keys(CLOSE) as CloseName[]).filter((name) => CLOSE[name].code === code)
  return names.find((name) => CLOSE[name].reason === reason) ?? names[0]
}
