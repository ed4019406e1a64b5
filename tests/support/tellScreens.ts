import { writeFile } from 'node:fs/promises'
import type { Person } from './person.ts'
import { pictureFile, takePicture } from './takePicture.ts'

/**
 * What each of these people has on the screen, for whoever reads why a test failed: a picture and all that a screen reader meets, in
 * files of this name beside the other screenshots, and in few words where the focus is, which windows are open and what is looked for.
 */
export async function tellScreens(people: readonly Person[], name: string): Promise<string> {
  const told = await Promise.all(
    people.map(async ({ page, troubles }, i) => {
      const file = `${name}-${i}`
      await takePicture(page, file)
      await writeFile(pictureFile(file).replace(/png$/, 'txt'), await page.locator('body').ariaSnapshot())
      return `${pictureFile(file)}: ${JSON.stringify({ ...(await page.evaluate(stateOfPage)), size: page.viewportSize(), troubles })}`
    }),
  )
  return told.join('\n')
}

/** Runs in the page. */
function stateOfPage(): { focus: string; windows: string[]; searches: string[]; mounted: string[] } {
  const words = (selector: string): string[] => [...document.querySelectorAll<HTMLElement>(selector)].map((element) => `${element.getAttribute('aria-label') ?? ''}: ${element.textContent ?? ''}`)
  return {
    focus: document.activeElement?.outerHTML.slice(0, 200) ?? '',
    windows: words('[role=dialog], [role=alertdialog], [role=menu]'),
    searches: words('[role=search]'),
    mounted: words('[role=tab][aria-selected=true]'),
  }
}
