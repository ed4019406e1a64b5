import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { startBuiltServer, type BuiltServer } from './builtServer.ts'
import { openBrowser } from './openBrowser.ts'

/** The server that `npm start` runs, and the browser, for all tests of a file; what it opened ends with it. @param env what the server's operator set */
export async function serverAndBrowser(env?: Record<string, string>): Promise<{ server: BuiltServer; browser: Browser }> {
  const [server, browser] = await Promise.all([startBuiltServer(env), openBrowser()])
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  return { server, browser }
}
