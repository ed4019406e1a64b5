import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { codeFirst } from './scripts/codeFirst.ts'
import { listFiles } from './scripts/listFiles.ts'
import { openingWords } from './scripts/openingWords.ts'
import { ourLocalesOnly } from './scripts/ourLocalesOnly.ts'
import { wordsInTwo } from './scripts/wordsInTwo.ts'

/**
 * What is shown one after the other, each in one file with all that it needs and the ones before have not: browsers ask for
 * six files at a time, and on a far line a round trip costs as much as 100 kB.
 */
const STAGES = [
  { name: 'door', tags: ['$initial' as const], priority: 5 },
  { name: 'wall', test: /\/client\/(session\/(openSession|startAfresh)\.ts|shell\/WallPage\.tsx)$/, priority: 4 },
  // Menus, lists of choices and windows: for the door as soon as it is there, on a wall after the notes.
  { name: 'choices', test: /\/client\/ui\/(CountryBox|Dialog|LanguageMenu|Select|ThemeMenu|Tip)\.tsx$/, priority: 3.5 },
  // What the start page has in common with what opens over a wall.
  { name: 'links', test: /\/client\/(panels\/links\/(LinksList\.tsx|knownLinks\.ts)|ui\/(ConfirmDialog|Disclosure|Tags)\.tsx)$|\/icons\/arrow-(down|left)\.mjs$/, priority: 3 },
  { name: 'windows', test: /\/client\/(shell\/(MatchesPanel|WallMenu|WallWindows)|panels\/(form\/PlacesField|people\/(ErasePersonDialog|PeopleWindow|RemovePersonDialog))|notes\/PlacesChoice|canvas\/noteLayouts)\.tsx?$/, priority: 2 },
  { name: 'canvas', test: /\/client\/canvas\/WallCanvas\.tsx$/, priority: 1 },
  // The names of countries in six languages, for whoever looks for one.
  { name: 'countries', test: /\/shared\/countries\/searchCountries\.ts$/ },
]

/** The client: `vite build` writes dist/client. The server has its own configuration, vite.server.config.ts. */
export default defineConfig({
  root: 'client',
  plugins: [react(), ourLocalesOnly(), wordsInTwo(), openingWords(), codeFirst(), listFiles('client/sw.js')],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: STAGES } } },
  },
  worker: { format: 'es' },
  // Its wasm lies beside its code and is found from there; bundled for development it would be looked for elsewhere.
  optimizeDeps: { exclude: ['harfbuzzjs'] },
})
