import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '../screenshots')

export const pictureFile = (name: string): string => join(FOLDER, `${name}.png`)

/** For a person to look at; nothing compares it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: pictureFile(name) })
}
