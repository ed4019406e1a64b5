import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { startBuiltServer, type BuiltServer } from './builtServer.ts'
import { launchBrowser } from './person.ts'

/** The server that `npm start` runs and a browser, for all tests of a file; both end with it. @param env what the server's operator set */
export async function serverAndBrowser(env?: Record<string, string>): Promise<{ server: BuiltServer; browser: Browser }> {
  const [server, browser] = await Promise.all([startBuiltServer(env), launchBrowser()])
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  return { server, browser }
}
