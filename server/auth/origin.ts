import type { IncomingMessage } from 'node:http'

const HOST_SHAPE = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/**
 * The address under which the browser reached us, such as `http://192.168.1.5:4321`: what links begin with.
 * @param publicUrl the operator's word, which comes before what the request says
 * @returns `undefined` when the request names no possible host
 */
export function originOf(request: IncomingMessage, publicUrl: string | undefined): string | undefined {
  if (publicUrl !== undefined) return publicUrl
  const { host } = request.headers
  return host !== undefined && HOST_SHAPE.test(host) ? `http://${host}` : undefined
}

/** Whether a socket is opened by our own page. Programs that are no browser send no Origin. */
export function isFromOwnPage(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  const from = URL.canParse(origin) ? new URL(origin).host : undefined
  return from !== undefined && (from === host || (publicUrl !== undefined && from === new URL(publicUrl).host))
}
