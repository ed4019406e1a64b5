import Database from 'libsql'
import { afterEach, describe, expect, test } from 'vitest'
import { keepStatements } from './keepStatements.ts'

const database = new Database(':memory:')
database.exec('create table words (word text unique)')
afterEach(() => void database.exec('delete from words'))

const counting = () => {
  const prepared: string[] = []
  const kept = keepStatements({
    prepare(text) {
      prepared.push(text)
      return database.prepare(text)
    },
    close: () => undefined,
  })
  return { kept, prepared }
}

const ADD = 'insert into words values (?)'
const READ = 'select word from words order by word'

describe('kept statements', () => {
  test('a statement is prepared once', () => {
    const { kept, prepared } = counting()
    for (const word of ['peat', 'reef']) kept.prepare(ADD).run([word])
    expect(kept.prepare(READ).all([])).toEqual([{ word: 'peat' }, { word: 'reef' }])
    expect(kept.prepare(READ).all([])).toHaveLength(2)
    expect(prepared).toEqual([ADD, READ])
  })

  test('S4 one that failed is prepared anew, and works again', () => {
    const { kept, prepared } = counting()
    kept.prepare(ADD).run(['peat'])
    expect(() => kept.prepare(ADD).run(['peat'])).toThrow(/unique/i)
    kept.prepare(ADD).run(['reef'])
    expect(kept.prepare(READ).all([])).toHaveLength(2)
    expect(prepared).toEqual([ADD, ADD, READ])
  })
})
