import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const testFiles = ['client', 'server', 'shared', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(root, folder, file)),
)

/** The ids at the start of a quoted name: `'R1 R3 every word …'` quotes two. */
function idsQuotedIn(source: string): string[] {
  return Array.from(source.matchAll(/['"`]((?:[A-Z]\d+ )+)[^'"`\s]/g), ([, ids = '']) => ids.trim().split(' ')).flat()
}

test('every rule in docs/rules.md is quoted by a test, and every id that a test quotes is a rule', () => {
  const promised = readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)
  const quoted = testFiles.flatMap((file) => idsQuotedIn(readFileSync(file, 'utf8')))
  expect([...new Set(quoted)].sort()).toEqual(Array.from(promised, ([, id]) => id).sort())
})
