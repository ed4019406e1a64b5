import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ourLocalesOnly } from './scripts/ourLocalesOnly.ts'

/** The client: `vite build` writes dist/client. The server has its own configuration, vite.server.config.ts. */
export default defineConfig({
  root: 'client',
  plugins: [react(), ourLocalesOnly()],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', manifest: true },
  worker: { format: 'es' },
  // Its wasm lies beside its code and is found from there; bundled for development it would be looked for elsewhere.
  optimizeDeps: { exclude: ['harfbuzzjs'] },
})
