/** See scripts/wordsInTwo.ts. */
declare module '*.json?first' {
  const words: Record<string, unknown>
  export default words
}
declare module '*.json?more' {
  const words: Record<string, unknown>
  export default words
}
