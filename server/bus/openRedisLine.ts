import { createClient, RESP_TYPES } from '@redis/client'

type Client = ReturnType<typeof newClient>

/** The two connections to Redis that live and die together. */
export interface RedisLine {
  /** Says everything, and hears what is published. */
  readonly commands: Client
  /** Waits for the streams. Whoever waits cannot speak meanwhile, hence a connection of its own. */
  readonly reader: Client
  /** Rejects once, when either connection fails or falls silent. */
  readonly failed: Promise<never>
  readonly fail: (error: unknown) => void
  close(): void
}

/** How long the reader waits at Redis before it asks again. */
export const waitAtMost = (silenceMs: number): number => Math.ceil(silenceMs / 2)

/**
 * @param silenceMs a connection that does not answer for so long is as good as broken
 * @throws when Redis cannot be reached, or does not let us in
 */
export async function openRedisLine(url: string, silenceMs: number): Promise<RedisLine> {
  let fail: RedisLine['fail'] = () => {}
  const failed = new Promise<never>((_resolve, reject) => (fail = reject))
  failed.catch(() => undefined) // whoever waits for it is told; nobody has to
  const commands = newClient(url)
  // Nothing is written on this one while it waits, so that its silence shows.
  const reader = newClient(url, silenceMs + waitAtMost(silenceMs))
  let isAsked = false
  const watch = setInterval(() => {
    if (isAsked) return fail(new Error(`Redis has not answered for ${silenceMs} ms.`))
    isAsked = true
    commands.ping().then(() => (isAsked = false), fail)
  }, silenceMs)
  const close = (): void => {
    clearInterval(watch)
    commands.destroy()
    reader.destroy()
  }
  commands.on('error', fail)
  reader.on('error', fail)
  try {
    await Promise.race([failed, Promise.all([commands.connect(), reader.connect()])])
  } catch (error) {
    close()
    throw error
  }
  return { commands, reader, failed, fail, close }
}

const newClient = (url: string, socketTimeout?: number) =>
  createClient({
    url,
    RESP: 3, // so that one connection may both speak and hear what is published
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    // The bus reconnects by itself, both connections together.
    socket: { reconnectStrategy: false, ...(socketTimeout !== undefined && { socketTimeout }) },
  }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
