import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeNote, textsOf } from '../support/notes.ts'
import { spawnServer } from '../support/spawnServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-backup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function run(script: 'backup' | 'restore', dataDir: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { cwd: joinPath(import.meta.dirname, '../..'), env: { PATH: process.env.PATH, DATA_DIR: dataDir } }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

test('S16 a backup of a running server comes back with everything that was saved before it began', async () => {
  const dataDir = joinPath(folder, 'data')
  const server = await spawnServer({ DATA_DIR: dataDir })
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const writer = stockProvider(server.url, wall.id, amina.token)
  const witness = stockProvider(server.url, wall.id, amina.token)
  await Promise.all([whenSynced(writer), whenSynced(witness)])
  let written = 0
  const write = (): void => placeNote(writer.doc, `n${written++}`, `Note ${written}`, amina)
  // Each arrival brings another one, before, during and after the backup.
  let isWriting = true
  witness.doc.on('update', () => isWriting && write())
  write()
  await whenDoc(witness.doc, (doc) => doc.getMap('notes').size > 100)
  const savedBefore = textsOf(witness.doc)
  const backup = joinPath(folder, 'backups', 'walls.sqlite')
  const made = await run('backup', dataDir, '--to', backup)
  const seenDuring = Object.keys(textsOf(witness.doc)).length
  isWriting = false
  expect(made).toEqual({ code: 0, stdout: `1 walls are in ${backup}, checked.\n`, stderr: '' })
  expect(seenDuring).toBeGreaterThan(Object.keys(savedBefore).length)
  expect(await readdir(joinPath(folder, 'backups'))).toEqual(['walls.sqlite'])

  const refused = await run('restore', dataDir, '--from', backup)
  expect([refused.code, refused.stderr]).toEqual([1, `There is a database at ${joinPath(dataDir, 'pollinate.sqlite')} already. With --replace it is kept beside the restored one.\n`])
  const running = await run('restore', dataDir, '--from', backup, '--replace')
  expect([running.code, running.stderr]).toEqual([1, `A server runs on ${joinPath(dataDir, 'pollinate.sqlite')}. Stop it first.\n`])
  for (const provider of [writer, witness]) provider.destroy()
  server.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' })

  const elsewhere = joinPath(folder, 'restored')
  expect(await run('restore', elsewhere, '--from', backup)).toEqual({ code: 0, stdout: `1 walls are in ${elsewhere}.\n`, stderr: '' })
  const replaced = await run('restore', dataDir, '--from', backup, '--replace')
  expect([replaced.code, replaced.stderr]).toEqual([0, ''])
  expect((await readdir(dataDir)).some((name) => name.startsWith('pollinate.sqlite.replaced-'))).toBe(true)
  for (const restored of [elsewhere, dataDir]) {
    const next = await spawnServer({ DATA_DIR: restored })
    const late = stockProvider(next.url, wall.id, amina.token)
    await whenSynced(late)
    expect(textsOf(late.doc)).toMatchObject(savedBefore)
    late.destroy()
    next.kill('SIGKILL')
    await next.ended
  }
})

test('S16 what is no backup is not restored, and nothing is written over', async () => {
  const file = joinPath(folder, 'walls.sqlite')
  await writeFile(file, 'not a database, but long enough to look at: '.repeat(100))
  const restored = await run('restore', joinPath(folder, 'data'), '--from', file)
  expect([restored.code, restored.stderr]).toEqual([1, expect.stringContaining('is no database of walls, or is damaged') as string])
  expect(await readdir(joinPath(folder, 'data'))).toEqual([])
  const nowhere = await run('backup', joinPath(folder, 'data'), '--to', file)
  expect([nowhere.code, nowhere.stderr]).toEqual([1, `There is no database at ${joinPath(folder, 'data', 'pollinate.sqlite')}.\n`])
  expect(await readFile(file, 'utf8')).toContain('not a database')
})
