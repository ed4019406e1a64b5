import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCENARIOS } from './options.ts'
import { replaceFigures, table } from './report.ts'

test('new figures take the place of the old ones and leave the prose', () => {
  const before = 'Prose.\n<!-- bench:relay crowd -->\nold\n<!-- end -->\nMore.\n<!-- bench:relay idle -->\n<!-- end -->\n'
  const after = replaceFigures(replaceFigures(before, 'bench:relay idle', '12 bytes\n'), 'bench:relay crowd', 'new')
  expect(after).toBe('Prose.\n<!-- bench:relay crowd -->\nnew\n<!-- end -->\nMore.\n<!-- bench:relay idle -->\n12 bytes\n<!-- end -->\n')
})

test('figures without a place are an error', () => {
  expect(() => replaceFigures('Prose.', 'bench:relay crowd', 'new')).toThrow('no "<!-- bench:relay crowd -->"')
})

test.each(SCENARIOS)('bench/RESULTS.md has a place for %s', (name) => {
  const results = readFileSync(new URL('../RESULTS.md', import.meta.url), 'utf8')
  expect(replaceFigures(results, `bench:relay ${name}`, 'new')).toContain('new')
})

test('a table is Markdown', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n|---|---|\n| 1 | 2 |')
})
