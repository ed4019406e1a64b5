import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { benchNotes } from './benchNotes.ts'

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' }

/** Serves the wall in plain canvas 2D, with the same notes, on the loopback interface. */
export async function servePeer(): Promise<{ urlFor: (notes: number, size: { width: number; height: number }) => string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://peer')
    const [, count] = /^\/notes\/(\d+)$/.exec(pathname) ?? []
    if (count !== undefined) {
      const notes = benchNotes(Number(count)).map(({ at: [x, y], kind, text, name, country }) => ({ x, y, kind, text, name, country }))
      response.setHeader('content-type', 'application/json').end(JSON.stringify(notes))
      return
    }
    const file = pathname.slice(1)
    readFile(new URL(`page/${file}`, import.meta.url)).then(
      (content) => response.setHeader('content-type', TYPES[file.split('.')[1] ?? ''] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port
  return {
    urlFor: (notes, { width, height }) => `${origin}/raw.html?width=${width}&height=${height}&notes=${encodeURIComponent(`/notes/${notes}`)}`,
    close: () => server.close(),
  }
}
