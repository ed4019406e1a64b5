import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from './builtPages.ts'

let folder: string
let server: Server
let url: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pollinate-pages-'))
  await mkdir(join(folder, 'client/assets'), { recursive: true })
  await writeFile(join(folder, 'client/index.html'), '<title>The wall</title>')
  await writeFile(join(folder, 'client/assets/main-1a2b.js'), 'plain')
  await writeFile(join(folder, 'client/assets/main-1a2b.js.gz'), 'zipped')
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  server = createServer(builtPages(join(folder, 'client'))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

test.each(['/', '/w/a-wall', '/w/a-wall/', '/?lang=fr'])('%s is the client, asked for anew each time', async (path) => {
  const response = await fetch(url + path)
  expect(await response.text()).toBe('<title>The wall</title>')
  expect(response.headers.get('cache-control')).toBe('no-cache')
})

test.each(['/w/', '/w/a/b', '/about', '/assets/other.js', '/%2e%2e/secret.txt', '/..%2fsecret.txt'])('%s is nothing', async (path) => {
  const response = await fetch(url + path)
  expect([response.status, await response.text()]).toEqual([404, 'There is nothing at this address.\n'])
})

test('who opens such an address in a browser is told by the client', async () => {
  const response = await fetch(`${url}/w/a/b`, { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect([response.status, await response.text()]).toEqual([404, '<title>The wall</title>'])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
})

test('a file with a hash in its name is kept for ever, and sent compressed', async () => {
  const response = await fetch(`${url}/assets/main-1a2b.js`, { headers: { 'accept-encoding': 'gzip' } }).catch(() => undefined)
  const plain = await fetch(`${url}/assets/main-1a2b.js`, { headers: { 'accept-encoding': 'identity' } })
  expect(await plain.text()).toBe('plain')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response?.headers.get('content-encoding')).toBe('gzip')
  await response?.body?.cancel().catch(() => undefined) // it is no real gzip
})

test('a client that is built anew is served anew, and what is gone ends nothing', async () => {
  const assets = join(folder, 'client/assets')
  await writeFile(join(assets, 'old.js'), 'old')
  expect(await (await fetch(`${url}/assets/old.js`)).text()).toBe('old')
  await rm(join(assets, 'old.js'))
  await writeFile(join(assets, 'new.js'), 'new')
  expect((await fetch(`${url}/assets/old.js`)).status).toBe(404)
  expect(await (await fetch(`${url}/assets/new.js`)).text()).toBe('new')
})

describe('the content policy', () => {
  test('D10 lets a page load our own files and nothing else, and be framed by nobody', async () => {
    const policy = (await fetch(url)).headers.get('content-security-policy') ?? ''
    const { host } = new URL(url)
    expect(policy.split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        `connect-src 'self' ws://${host} wss://${host}`,
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})

test('before the client is built it says so', async () => {
  const unbuilt = createServer(builtPages(join(folder, 'nowhere'))).listen(0, '127.0.0.1')
  await new Promise((resolve) => unbuilt.once('listening', resolve))
  const response = await fetch(`http://127.0.0.1:${(unbuilt.address() as AddressInfo).port}/`) // it listens on a port
  expect([response.status, await response.text()]).toEqual([404, 'The client has not been built: run `npm run build`.\n'])
  unbuilt.close()
  unbuilt.closeAllConnections()
})
