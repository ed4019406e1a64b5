import { buildFonts } from './buildFonts.ts'
import { buildLexicon } from './buildLexicon.ts'
import { buildSubjects } from './buildSubjects.ts'

// What the client needs and git does not keep: built from the installed packages and our own data, skipped when nothing has changed.
await buildFonts()
await buildLexicon()
await buildSubjects()
