/** The neighbouring pairs of Chinese characters in a text, each once: they stand in for words, without a dictionary. */
export function hanPairs(text: string): readonly string[] {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  }
  return [...pairs]
}
