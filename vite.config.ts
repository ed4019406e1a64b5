import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The client: `vite build` writes dist/client. The server bundle has its own build call, see scripts/build.ts. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
  worker: { format: 'es' },
})
