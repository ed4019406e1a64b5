/** Bytes as a bad line, or a curious person, would leave them: some changed, the end cut off, a piece twice. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit)
  const mutated = Uint8Array.from(bytes)
  for (let count = 1 + below(4); count > 0; count--) mutated[below(mutated.length)] = random() < 0.3 ? 255 : below(256)
  const kind = random()
  if (kind < 0.2) return mutated.subarray(0, below(mutated.length))
  if (kind < 0.3) return Uint8Array.from([...mutated, ...mutated.subarray(below(mutated.length))])
  return mutated
}
