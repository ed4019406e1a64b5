import { inWords, spreadOf } from '../relay/measure/spread.ts'

/** Figures by what they answer, a list for each repeat: rows of a table whose columns are the pages. */
export class Figures {
  private readonly rows = new Map<string, Map<string, number[]>>()

  add(question: string, column: string, figure: number): void {
    const row = this.rows.get(question) ?? new Map<string, number[]>()
    this.rows.set(question, row)
    console.log(`  ${column}, ${question}: ${figure.toFixed(1)}`)
    row.set(column, [...(row.get(column) ?? []), figure])
  }

  /** Median (least to most). */
  table(columns: readonly string[]): readonly (readonly string[])[] {
    return [...this.rows].map(([question, row]) => [question, ...columns.map((column) => (row.has(column) ? inWords(spreadOf(row.get(column) ?? [])) : ''))])
  }
}
