import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followAddress } from './followAddress.ts'
import { setUpI18n } from './i18n/setUpI18n.ts'
import './ui/theme.css'
import './ui/opening.css'
import './ui/fonts.ts'
import { keepFocus } from './ui/keepFocus.ts'
import { followTheme } from './ui/theme.ts'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root to draw in.')
  followTheme()
  keepFocus()
  const words = setUpI18n()
  // The server is asked, and the wall fetched, while the words of this device's language are on their way.
  const places = followAddress()
  await words
  createRoot(root).render(<App places={places} />)
}

void start()
