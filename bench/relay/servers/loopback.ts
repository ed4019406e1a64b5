import { request } from 'node:http'

/** All of 127.0.0.0/8 is this machine: everybody in a crowd has an address of their own, as people elsewhere do. */
export const loopbackAddress = (index: number): string => `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`

/** Posts JSON from one of this machine's addresses. @throws when the answer is a refusal */
export function postFrom<T>(from: string, url: string, body: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', localAddress: from, agent: false, headers: { 'content-type': 'application/json' } }, (response) => {
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
