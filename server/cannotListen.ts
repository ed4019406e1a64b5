/** What the server listens for. */
export type Doorway = 'people' | 'figures'

/** A port cannot be had; the cause is Node's own error, with its code. */
export class CannotListen extends Error {
  readonly forWhom: Doorway

  constructor(forWhom: Doorway, cause: Error) {
    super(cause.message, { cause })
    this.forWhom = forWhom
  }
}
