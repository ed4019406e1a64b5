/** Ends every switch over a union: the compiler refuses a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Not one of the known cases: ${JSON.stringify(value)}`)
}
