// Hocuspocus with its defaults and its SQLite extension: PORT and DATA_DIR as for our own server.
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const database = join(process.env.DATA_DIR, 'hocuspocus.sqlite')
const server = new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions: [new SQLite({ database })] })
await server.listen()
