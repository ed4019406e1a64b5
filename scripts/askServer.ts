import type { ApiError } from '#shared/protocol/api.ts'

/**
 * Posts to the server's API.
 * @throws Error whose message a person can act on
 */
export async function askServer<T>(origin: string, path: string, body: unknown): Promise<T> {
  let response: Response
  try {
    response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw new Error(`Nothing answers at ${origin}${code}. Is the server running?`, { cause: error })
  }
  const content: unknown = await response.json().catch(() => undefined)
  if (response.ok && content !== undefined) return content as T // our own server's answer, typed in shared/protocol
  const message = (content as Partial<ApiError> | undefined)?.error?.message
  throw new Error(message ?? `${origin} answers (${response.status}), but not as Pollinate does.`)
}
