import { existsSync, readFile } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { contentPolicy } from './contentPolicy.ts'

/** Addresses of screens: the home page, and a wall. Any other address without a file is nothing. */
const SCREEN = /^\/(w\/[^/]+\/?)?$/
const HASHED = /^\/assets\//

/**
 * The built client. Its files are compressed at build time; what has a hash in its name is kept by browsers for ever,
 * and everything else is asked for anew.
 * @param folder `dist/client`
 */
export function builtPages(folder: string): RequestListener {
  if (!existsSync(folder)) return (_request, response) => nothingHere(response, 'The client has not been built: run `npm run build`.')
  const files = sirv(folder, {
    // Looks at the disk each time: the client may be built anew while people are here, and a list of files that are gone
    // would end the server.
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) =>
      response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  return (request: IncomingMessage, response: ServerResponse) => {
    contentPolicy(request, response, () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD')
        response.writeHead(405).end()
        return
      }
      const path = request.url?.split('?')[0] ?? '/'
      if (SCREEN.test(path)) request.url = '/'
      files(request, response, () => {
        // A person who mistyped the address is told so by the client, in their own language.
        if (request.headers.accept?.includes('text/html')) pageSaysSo(join(folder, 'index.html'), response)
        else nothingHere(response, NOTHING)
      })
    })
  }
}

const NOTHING = 'There is nothing at this address.'

function pageSaysSo(page: string, response: ServerResponse): void {
  readFile(page, (error, content) => {
    if (error) return nothingHere(response, NOTHING)
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(content)
  })
}

function nothingHere(response: ServerResponse, message: string): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(`${message}\n`)
}
