/** A bench's part of bench/RESULTS.md stands between two comments, so that prose around it stays as people wrote it. */
const begin = (name: string): string => `<!-- ${name} -->`
const END = '<!-- end -->'

/**
 * Puts a bench's figures in the place of its last ones.
 * @param name such as `bench:relay crowd`
 * @throws when the document has no place for them
 */
export function replaceFigures(document: string, name: string, figures: string): string {
  const start = document.indexOf(begin(name))
  const end = document.indexOf(END, start)
  if (start < 0 || end < 0) throw new Error(`bench/RESULTS.md has no "${begin(name)}" … "${END}" to write into.`)
  return `${document.slice(0, start)}${begin(name)}\n${figures.trim()}\n${document.slice(end)}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
