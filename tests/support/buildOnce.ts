import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWith, newBuildFolder, ROOT } from './buildWith.ts'
import { launchBrowserServer } from './person.ts'

/**
 * Before the browser tests: there is a browser, one for all of them, and what it opens is built from the sources as they
 * are now. The tests run on a copy, so that a build beside them changes nothing.
 */
export default async function buildOnce({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await launchBrowserServer()
  provide('browserAt', browser.wsEndpoint())
  await buildWith('npm', 'run', '-s', 'build')
  const copy = await newBuildFolder()
  await cp(join(ROOT, 'dist'), copy, { recursive: true })
  provide('builtServer', join(copy, 'server/main.js'))
  return async () => {
    await browser.close()
    await rm(copy, { recursive: true, force: true })
  }
}
