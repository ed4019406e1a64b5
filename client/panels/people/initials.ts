/** Up to two letters that stand for a name: the first of its first and of its last word; one for Chinese. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.match(/\p{L}\p{M}*/u)?.[0] ?? '')
  return letters.join('').toUpperCase()
}
