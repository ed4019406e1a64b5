import { create } from 'zustand'

const CHOSEN = 'pollinate.speaking'

/** Whether what arrives is told to a screen reader; the answer stays on this device. */
export const useSpeaking = create<{ readonly isOn: boolean }>(() => ({ isOn: isRemembered() }))

export function turnSpeaking(isOn: boolean): void {
  try {
    localStorage.setItem(CHOSEN, isOn ? 'on' : 'off')
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
  useSpeaking.setState({ isOn })
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(CHOSEN) !== 'off'
  } catch {
    return true
  }
}
