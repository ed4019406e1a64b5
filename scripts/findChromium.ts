import { access, constants } from 'node:fs/promises'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/**
 * A Chromium of this machine; CHROMIUM_PATH goes before the usual places.
 * @throws Error that says what to do
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  for (const path of named ? [named] : USUAL) {
    if (await isProgram(path)) return path
  }
  throw new Error(
    named
      ? `The browser tests need Chromium: CHROMIUM_PATH is ${named}, and there is no program.`
      : 'The browser tests need Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH to one.',
  )
}

const isProgram = (path: string): Promise<boolean> => access(path, constants.X_OK).then(() => true, () => false)
