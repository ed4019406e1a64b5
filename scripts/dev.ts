import { createServer } from 'vite'
import { runProcess } from '../server/runProcess.ts'

/**
 * The server with Vite in the place of the built client: one port, and a change of the client shows at once.
 * Run it under `tsx watch`, which starts it anew when a file of server/ or shared/ changes.
 */
await runProcess(process.env, async (server) => {
  const vite = await createServer({
    configFile: 'vite.config.ts',
    appType: 'spa',
    // Its socket comes through our own server; it takes only upgrades that ask for `vite-hmr`.
    server: { middlewareMode: true, ws: { server } },
  })
  return vite.middlewares
}, {
  model: new URL('./modelWorker.js', import.meta.url),
  record: new URL('./recordWorker.js', import.meta.url),
  restore: new URL('./restoreWorker.js', import.meta.url),
})
