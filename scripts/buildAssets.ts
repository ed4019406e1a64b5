import { buildFonts } from './buildFonts.ts'

// What the client needs and git does not keep: built from the installed packages, skipped when nothing has changed.
await buildFonts()
