/** The package ships without types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place where a line may end (`position` is the UTF-16 offset after it), or `null` at the end of the text. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
