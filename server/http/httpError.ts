import type { ApiErrorCode } from '#shared/protocol/api.ts'

/** A refusal that the one who asked may read. */
export class HttpError extends Error {
  readonly status: number
  readonly code: ApiErrorCode
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: ApiErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}
