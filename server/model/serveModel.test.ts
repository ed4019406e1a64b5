import { expect, it } from 'vitest'
import type { NoteId, ParticipantId, WallId } from '#shared/wall/ids.ts'
import type { ComparedNote } from './alikeNotes.ts'
import { serveModel, type ModelAnswer } from './serveModel.ts'

const WALL = 'wall' as WallId
const note = (id: string, kind: ComparedNote['kind'], text: string): ComparedNote => ({
  id: id as NoteId, kind, text, author: id as ParticipantId, name: id, country: kind === 'need' ? 'ke' : 'fj', writtenBy: undefined,
})

/** A model for which all texts mean the same, but that stumbles over some. */
function serve() {
  const answers: ModelAnswer[] = []
  let told: () => void = () => undefined
  const ask = serveModel(
    () => Promise.resolve((text) => (text.includes('stumble') ? Promise.reject(new Error('it stumbled')) : Promise.resolve(Float32Array.of(1, 0)))),
    {},
    (answer) => {
      answers.push(answer)
      told()
    },
  )
  const until = async (type: ModelAnswer['type']): Promise<ModelAnswer> => {
    for (;;) {
      const at = answers.findIndex((answer) => answer.type === type)
      const [answer] = at < 0 ? [] : answers.splice(at, 1)
      if (answer) return answer
      await new Promise<void>((resolve) => (told = resolve))
    }
  }
  const update = (...upserts: ComparedNote[]): void => ask({ type: 'update', wall: WALL, upserts, removals: [] })
  return { update, until }
}

it('M45 passes over a note that the model stumbles over, and compares the others', async () => {
  const { update, until } = serve()
  await until('ready')
  for (let i = 0; i < 4; i++) update(note(`bad${i}`, 'need', 'stumble'), note('n', 'need', 'a'), note('o', 'offer', `b${i}`))
  for (let i = 0; i < 4; i++) expect(await until('alike')).toMatchObject({ likenesses: [{ need: 'n', offer: 'o' }] })
})

it('M45 a model that stumbles over everything is broken, and says why', async () => {
  const { update, until } = serve()
  await until('ready')
  for (let i = 0; i < 6; i++) update(note(`bad${i}`, 'need', `stumble ${i}`))
  expect(await until('broken')).toEqual({ type: 'broken', why: 'it stumbled' })
})
