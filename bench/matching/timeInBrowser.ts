import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { MatchableNote } from '#shared/matching/createMatcher.ts'
import type { MatcherAnswer, MatcherRequest } from '#shared/matching/serveMatcher.ts'
import { openBrowser } from '../canvas/openBrowser.ts'
import { startProcess } from '../relay/servers/startProcess.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))
const ASSETS = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url))

/**
 * Each note's way to the worker of the built page and back with its five best, on a wall of the notes before them.
 * @returns milliseconds by the page's clock, in the order of `further`
 * @throws when there is no build, or no Chromium
 */
export async function timeInBrowser(wall: readonly MatchableNote[], further: readonly MatchableNote[]): Promise<readonly number[]> {
  const worker = (await readdir(ASSETS)).find((name) => /^matcher\.worker.*\.js$/.test(name))
  if (worker === undefined) throw new Error('The build has no matcher: npm run build')
  const server = await startProcess(PROGRAM, { isInspected: false })
  const browser = await openBrowser(`http://127.0.0.1:${server.port}`)
  try {
    return await browser.page.evaluate(
      // No function in here has a name: tsx would wrap it in a helper that the page does not have.
      async ({ url, wall, further }) => {
        const matcher = new Worker(url, { type: 'module' })
        const times: number[] = []
        for (const [ask, notes] of [wall, ...further.map((note) => [note])].entries()) {
          const requests: MatcherRequest[] = [
            { type: 'update', upserts: notes, removals: [] },
            { type: 'rank', ask, ids: notes.slice(0, 1).map(({ id }) => id), limit: 5 },
          ]
          const before = performance.now()
          await new Promise<void>((resolve, reject) => {
            matcher.onerror = ({ message }) => reject(new Error(message))
            matcher.onmessage = ({ data }: MessageEvent<MatcherAnswer>) => {
              if (data.type === 'ranked' && data.ask === ask) resolve()
            }
            for (const request of requests) matcher.postMessage(request)
          })
          times.push(performance.now() - before)
        }
        return times.slice(1)
      },
      { url: `/assets/${worker}`, wall, further },
    )
  } finally {
    await browser.close()
    await server.close()
  }
}
