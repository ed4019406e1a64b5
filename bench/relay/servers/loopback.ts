import { request } from 'node:http'

/** All of 127.0.0.0/8 is this machine: everybody in a crowd has an address of their own, as people elsewhere do. */
export const loopbackAddress = (index: number): string => `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`

/**
 * What a proxy would name as the address of whoever comes from there: to a server, those on its own machine are its operator's tools, to whom
 * its doors are open. Crowds and attackers are strangers.
 */
export const PROXY_HEADER = 'x-forwarded-for'
export const namedByProxy = (from: string): string => from.replace(/^127/, '10')

/** Posts JSON from one of this machine's addresses. @throws when the answer is a refusal */
export function postFrom<T>(from: string, url: string, body: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', localAddress: from, agent: false, headers: { 'content-type': 'application/json', [PROXY_HEADER]: namedByProxy(from) } }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text) as T) // our own server's, typed in shared/protocol
        else reject(new Error(`${url} answers ${response.statusCode}: ${text}`))
      })
    })
    sending.on('error', reject)
    sending.end(JSON.stringify(body))
  })
}
