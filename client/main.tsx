import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followAddress } from './followAddress.ts'
import { setUpI18n } from './i18n/setUpI18n.ts'
import './ui/theme.css'
import './ui/fonts.ts'
import './ui/base.css'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root to draw in.')
  keepStyleRuleOfReactAria()
  await setUpI18n()
  createRoot(root).render(<App places={followAddress()} />)
  if (import.meta.env.PROD && 'serviceWorker' in navigator) await navigator.serviceWorker.register('/sw.js')
}

/**
 * React Aria would add one style rule to the page by itself, which our content security policy refuses. It leaves that
 * when an element of this name is there; the rule is in base.css.
 */
function keepStyleRuleOfReactAria(): void {
  const mark = document.createElement('meta')
  mark.id = 'react-aria-pressable-style'
  document.head.append(mark)
}

void start()
