import type { LabelledNote } from './labelledSet.ts'

/** A wall of `size` notes made from few: words left out and words of others put in, new people and countries, from a seed. */
export function bigWall(notes: readonly LabelledNote[], size: number): readonly LabelledNote[] {
  let state = 42
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return Array.from({ length: size }, (_, at) => {
    const note = pick(notes)
    const words = note.text.split(' ').filter(() => next() > 0.15)
    const other = pick(notes.filter(({ lang }) => lang === note.lang)).text.split(' ')
    const country = `C${Math.floor(next() * 190)}`
    return { ...note, id: `w${at}`, text: [...words, pick(other), pick(other)].join(' '), name: `P${at}`, country, cc: country }
  })
}
