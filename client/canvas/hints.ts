import { create } from 'zustand'

/** One sentence at the foot of the wall, that goes by itself; and what can be done about it. */
export interface Hint {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Stays until it is answered or closed: something would be lost otherwise. */
  readonly stays?: boolean
}

export const useHint = create<{ readonly hint: Hint | undefined }>(() => ({ hint: undefined }))
export const giveHint = (hint: Hint | undefined): void => useHint.setState({ hint })
