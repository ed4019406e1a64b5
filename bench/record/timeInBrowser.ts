import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CDPSession } from 'playwright-core'
import type * as Y from 'yjs'
import type { Joined, WallRestored } from '#shared/protocol/api.ts'
import { buildWallFile } from '#shared/wallFile/buildWallFile.ts'
import { askServer } from '../../scripts/askServer.ts'
import en from '../../client/i18n/locales/en.json'
import { openBrowser } from '../canvas/openBrowser.ts'
import { startProcess } from '../relay/servers/startProcess.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

export interface RecordTaken {
  /** From the press of the button until the page has the file, by the page's clock; the first time, and those after it. */
  readonly ms: readonly number[]
  /** Processor time of the page's process and its workers meanwhile. */
  readonly cpuMs: readonly number[]
  readonly bytes: number
  /** Memory of the page's process with its workers, in megabytes: before the first press, and at most. */
  readonly restMb: number
  readonly mostMb: number
}

/**
 * Takes the record of a wall home as a PDF, as a facilitator does: in the built page, from a real server, by the button.
 * @throws when there is no build, or no Chromium
 */
export async function timeInBrowser(doc: Y.Doc, times: number): Promise<RecordTaken> {
  const server = await startProcess(PROGRAM, { isInspected: false })
  const origin = `http://127.0.0.1:${server.port}`
  const { id, links } = await askServer<WallRestored>(origin, '/api/walls/restore', { file: buildWallFile(doc, Date.UTC(2026, 10, 23), { isFull: true }) })
  const [, key = ''] = links.facilitator.split('#k=')
  const chair = await askServer<Joined>(origin, `/api/walls/${id}/join`, { key, name: 'Amina', country: 'tz', institution: '' })
  const browser = await openBrowser('about:blank')
  const { page, root } = browser
  try {
    await page.addInitScript(WATCH)
    await page.goto(`${links.facilitator}&me=${chair.participant}&secret=${chair.secret}`)
    // A link of one's own opens one's own page over the wall.
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // What the record needs is brought ahead while nobody asks for it.
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: en.wall.menu, exact: true }).click()
    await page.getByRole('menuitem', { name: en.wall.export }).click()
    const dialog = page.getByRole('dialog', { name: en.export.title })
    const format = (words: string) => dialog.getByText(words, { exact: true })
    const pid = await rendererOf(root)
    await writeFile(`/proc/${pid}/clear_refs`, '5')
    const taken = { ms: [] as number[], cpuMs: [] as number[], bytes: 0, restMb: await mostMbOf(pid) }
    for (let i = 0; i < times; i++) {
      await format(en.export.formats.poster).click()
      await format(en.export.formats.pdf).click()
      const cpuBefore = await cpuMsOf(pid)
      const made = page.evaluate<{ ms: number; bytes: number }>('nextPdf()')
      await dialog.getByRole('button', { name: en.export.make }).click()
      const { ms, bytes } = await made
      taken.cpuMs.push((await cpuMsOf(pid)) - cpuBefore)
      taken.ms.push(ms)
      taken.bytes = bytes
    }
    if (browser.errors.length > 0) throw new Error(browser.errors.join('\n'))
    return { ...taken, mostMb: await mostMbOf(pid) }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Notes when a button is pressed, and when the page has a PDF. */
const WATCH = `
  let pressed = 0, tell
  addEventListener('click', ({ timeStamp }) => { pressed = timeStamp }, { capture: true })
  const createObjectURL = URL.createObjectURL
  URL.createObjectURL = (blob) => {
    const now = performance.now()
    if (blob.type === 'application/pdf') tell?.({ ms: now - pressed, bytes: blob.size })
    return createObjectURL.call(URL, blob)
  }
  window.nextPdf = () => new Promise((resolve) => { tell = resolve })
`

/** The process of the page: the busiest of those that draw one. */
async function rendererOf(root: CDPSession): Promise<number> {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo')
  const [busiest] = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)
  if (!busiest) throw new Error('Chromium has no process for the page')
  return busiest.id
}

async function mostMbOf(pid: number): Promise<number> {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

/** Linux counts in hundredths of a second. */
async function cpuMsOf(pid: number): Promise<number> {
  const [, , ...fields] = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/\(.*\)/, '()').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
