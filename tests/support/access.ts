import type axe from 'axe-core'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * On top of what axe looks for by itself: its rules for WCAG A and AA, and what it holds to be good practice. Of those that
 * it is still trying out two are left out: `p-as-heading` takes every line in bold for a heading, and `focus-order-semantics`
 * forbids what its own `scrollable-region-focusable` asks for, that keys scroll what has nothing else to stop at.
 */
const FURTHER_RULES = ['target-size', 'label-content-name-mismatch', 'table-fake-caption', 'td-has-header', 'css-orientation-lock', 'hidden-content']

/** Everything that axe finds on the page as it stands, however slight, in words. */
export async function faultsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    (further) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        // What lies behind a window is hidden from everybody while it is open.
        { include: [['html']], exclude: [['#root[aria-hidden=true]'], ['#root[inert]']] },
        { resultTypes: ['violations'], rules: Object.fromEntries(further.map((rule) => [rule, { enabled: true }])) },
      ),
    FURTHER_RULES,
  )
  return violations.flatMap(inWords)
}

const inWords = ({ id, nodes }: axe.Result): string[] =>
  nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')}: ${html.slice(0, 200)}: ${failureSummary ?? ''}`)
