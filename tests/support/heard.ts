import * as Y from 'yjs'
import type { Heard } from './rawClient.ts'

export const isAnswer = ({ type }: Heard): boolean => type === 'answer'
export const isUpdate = ({ type }: Heard): boolean => type === 'update'

/** A message of presence in which this stands. */
export const shows = (state: string) => (message: Heard): boolean =>
  message.type === 'presence' && new TextDecoder().decode(message.content).includes(state)

/** What these messages amount to. */
export function docOf(...messages: readonly Heard[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { type, content } of messages) if (type === 'answer' || type === 'update') Y.applyUpdate(doc, content)
  return doc
}
