/**
 * The largest whole number whose square is at most `value`. By whole-number steps, because `Math.sqrt` and its like may
 * differ in the last bit between engines, and a list must not.
 * @param value whole number, 0…2^52
 */
export function integerSqrt(value: number): number {
  if (value < 1) return 0
  let guess = 1
  while (guess * guess < value) guess *= 2
  for (;;) {
    const next = Math.floor((guess + Math.floor(value / guess)) / 2)
    if (next >= guess) return guess
    guess = next
  }
}
