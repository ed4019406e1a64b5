/** Before a spelling that does not begin with its stem. */
const WHOLE = '='

/**
 * Spellings with their stems in half the room: each stem with what its spellings add to it, "restor ation ed ing", or with
 * the spelling itself where it does not begin so, "pai =payer". They are a third of what every phone fetches.
 * @param stemOf spelling -> stem; one that is its own stem is left out
 */
export function packSpellings(stemOf: ReadonlyMap<string, string>): readonly string[] {
  const ofStem = new Map<string, string[]>()
  for (const [spelling, stem] of stemOf) {
    if (spelling === stem) continue
    const written = spelling.startsWith(stem) ? spelling.slice(stem.length) : WHOLE + spelling
    const list = ofStem.get(stem)
    if (list) list.push(written)
    else ofStem.set(stem, [written])
  }
  return [...ofStem].map(([stem, written]) => [stem, ...written.sort()].join(' ')).sort()
}

/** @returns spelling -> stem */
export function unpackSpellings(packed: readonly string[]): Map<string, string> {
  const stemOf = new Map<string, string>()
  for (const line of packed) {
    const [stem = '', ...written] = line.split(' ')
    for (const each of written) stemOf.set(each.startsWith(WHOLE) ? each.slice(WHOLE.length) : stem + each, stem)
  }
  return stemOf
}
