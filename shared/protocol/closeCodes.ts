/**
 * Why the server ended a connection. `retry`: whether a client comes back by itself; y-websocket does not retry 4400-4499.
 * The reason travels in the close frame; what a person reads is in the locales, under `connection.closed.<name>`.
 */
export const CLOSE = {
  badMessage: { code: 4400, reason: 'bad message', retry: false },
  linkInvalid: { code: 4401, reason: 'link invalid, expired or revoked', retry: false },
  notAllowed: { code: 4403, reason: 'not allowed', retry: false },
  noSuchWall: { code: 4404, reason: 'no such wall', retry: false },
  refusedTooOften: { code: 4409, reason: 'refused too often', retry: false },
  restart: { code: 1012, reason: 'the server restarts', retry: true },
  busy: { code: 1013, reason: 'busy, try again', retry: true },
} as const

export type CloseName = keyof typeof CLOSE

export function closeNameOf(code: number): CloseName | undefined {
  return (Object.keys(CLOSE) as CloseName[]).find((name) => CLOSE[name].code === code)
}
