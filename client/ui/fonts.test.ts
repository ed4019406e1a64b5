import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { familiesFor } from '#shared/layout/fontFiles.ts'

test.each(['und', 'ja'])('L10 pages ask for the same type in the same order as canvas and paper do: %s', (lang) => {
  const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
  const stacks = Array.from(css.matchAll(/(?:--font|font-family):\s*('[^;]+);/g), ([, stack = '']) => stack.split(',').map((family) => family.trim().replace(/'/g, '')))
  expect(stacks).toContainEqual([...familiesFor(lang), 'sans-serif'])
})
