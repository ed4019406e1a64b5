import { create } from 'zustand'

/** What a person can ask for; `system` is what their device is set to. */
export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]
/** What theme.css knows; high contrast is light or dark as the device is. */
export type Theme = 'light' | 'dark' | 'contrast' | 'contrast-dark'

const CHOSEN = 'pollinate.theme'
const QUERIES = { isDark: '(prefers-color-scheme: dark)', wantsContrast: '(prefers-contrast: more)', isForced: '(forced-colors: active)' } as const

interface Device {
  readonly isDark: boolean
  readonly wantsContrast: boolean
}

/** What a choice comes to on a device. public/first.js, which is there first, has the same. */
export function themeFor(choice: ThemeChoice, { isDark, wantsContrast }: Device): Theme {
  if (choice === 'light' || choice === 'dark') return choice
  if (choice === 'contrast' || wantsContrast) return isDark ? 'contrast-dark' : 'contrast'
  return isDark ? 'dark' : 'light'
}

interface ThemeState {
  readonly choice: ThemeChoice
  readonly theme: Theme
  /** Something that is to be seen from afar holds the page light, whatever was chosen. */
  readonly isHeldLight: boolean
}

/** The theme this page is painted in. */
export const useTheme = create<ThemeState>(() => ({ choice: 'system', theme: 'light', isHeldLight: false }))

/** Puts the page into the theme that was chosen on this device, and keeps it in step with the device. Once, at the start. */
export function followTheme(): void {
  apply({ choice: rememberedChoice() })
  for (const query of Object.values(QUERIES)) matchMedia(query).addEventListener('change', () => apply({}))
}

/** This theme from now on, also at the next visit. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(CHOSEN, choice)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
  apply({ choice })
}

/** @returns how to let go of it */
export function holdLight(): () => void {
  apply({ isHeldLight: true })
  return () => apply({ isHeldLight: false })
}

/** The page first, then whoever listens: a canvas reads its colours from the page. */
function apply(change: Partial<Pick<ThemeState, 'choice' | 'isHeldLight'>>): void {
  const next = { ...useTheme.getState(), ...change }
  const holds = (query: string): boolean => matchMedia(query).matches
  const device = { isDark: holds(QUERIES.isDark), wantsContrast: holds(QUERIES.wantsContrast) || holds(QUERIES.isForced) }
  const theme = next.isHeldLight ? 'light' : themeFor(next.choice, device)
  document.documentElement.dataset.theme = theme
  useTheme.setState({ ...next, theme })
}

function rememberedChoice(): ThemeChoice {
  try {
    const chosen = localStorage.getItem(CHOSEN)
    return THEME_CHOICES.find((choice) => choice === chosen) ?? 'system'
  } catch {
    return 'system'
  }
}
