import { chromium, type Browser } from 'playwright-core'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of all tests listens. */
    browserAt: string
  }
}

/** The one browser of all tests, which is started before them; closing it here closes what was opened here. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browserAt'))
