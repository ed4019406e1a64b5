/** Why no file came of it; `unreachable`: a part of the program is neither here nor to be had; `contacts`: the server did not give them. */
export class ExportFailed extends Error {
  readonly why: 'unreachable' | 'broken' | 'contacts'
  constructor(why: ExportFailed['why'], message: string) {
    super(message)
    this.why = why
  }
}
