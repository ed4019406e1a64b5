import type { Download } from 'playwright-core'

/** What was downloaded; its file may be out of our reach, beside the browser. */
export async function readDownload(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
