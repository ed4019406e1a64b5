import { BookA, CalendarClock, ChartNoAxesColumn, ClipboardPaste, FileText, History, Home, Keyboard, Languages, Link, Lock, LockOpen, MonitorPlay, MapPin, PackagePlus, Redo2, SquareDashed, SunMoon, Timer, Trash2, UserRound, UsersRound, Volume2, VolumeX } from 'lucide-react'
import { type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { changeLanguage, OFFERED_LANGUAGES } from '../i18n/setUpI18n.ts'
import { useLock } from '../panels/facilitation/useLock.ts'
import { roomAddress } from '../panels/room/roomAddress.ts'
import { rememberedWall } from '../session/device.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { takeBack } from '../state/takeBack.ts'
import { nameSection, pasteText, showHelp, showWords } from '../state/viewStore.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import type { Opened } from '../ui/Opener.tsx'
import { turnSpeaking, useSpeaking } from '../ui/speaking.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import type { OpenDialog } from './WallDialogs.tsx'

export interface WallMenuProps {
  isPhone: boolean
  /** What redo would do, in words. */
  redo: string | undefined
  onDialog: (dialog: OpenDialog) => void
  onPostFor: () => void
}

interface Entry {
  id: string
  words: string
  icon: ReactElement
  do: () => void
  lang?: string
}

/** What is done now and then. A participant sees only what a participant needs. */
export function WallMenu({ isPhone, redo, onDialog, onPostFor, ...opened }: WallMenuProps & Opened) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const { isLocked, turn } = useLock()
  const isSpeaking = useSpeaking(({ isOn }) => isOn)
  const isAnyTaught = useSessionState(({ wall }) => wall.words.length > 0)
  const entries: Entry[] = []
  if (session.role === 'facilitator') {
    entries.push(
      { id: 'postFor', words: t('wall.postFor'), icon: <UsersRound aria-hidden="true" />, do: onPostFor },
      { id: 'bringIn', words: t('again.bringIn'), icon: <PackagePlus aria-hidden="true" />, do: () => onDialog('bringIn') },
      { id: 'workshop', words: t('workshop.title'), icon: <MapPin aria-hidden="true" />, do: () => onDialog('workshop') },
      { id: 'links', words: t('wall.links'), icon: <Link aria-hidden="true" />, do: () => onDialog('links') },
      { id: 'room', words: t('wall.roomScreen'), icon: <MonitorPlay aria-hidden="true" />, do: openRoomScreen },
      { id: 'words', words: t('words.teach'), icon: <BookA aria-hidden="true" />, do: () => showWords() },
      { id: 'section', words: t('sections.new'), icon: <SquareDashed aria-hidden="true" />, do: () => nameSection('new') },
      { id: 'history', words: t('history.open'), icon: <History aria-hidden="true" />, do: () => onDialog('history') },
    )
  }
  if (turn) {
    const icon = isLocked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />
    entries.push({ id: 'lock', words: t(isLocked ? 'wall.unlock' : 'wall.lock'), icon, do: turn })
  }
  if (isPhone && redo !== undefined) entries.push({ id: 'redo', words: redo, icon: <Redo2 aria-hidden="true" />, do: () => void takeBack(session, 'redo') })
  if (session.me) entries.push({ id: 'paste', words: t('paste.menu'), icon: <ClipboardPaste aria-hidden="true" />, do: () => pasteText({ text: '' }) })
  if (session.role !== 'facilitator' && isAnyTaught) entries.push({ id: 'words', words: t('words.read'), icon: <BookA aria-hidden="true" />, do: () => showWords() })
  entries.push(
    { id: 'meetings', words: t('wall.meetings'), icon: <Timer aria-hidden="true" />, do: () => onDialog('meetings') },
    { id: 'region', words: t('wall.region'), icon: <ChartNoAxesColumn aria-hidden="true" />, do: () => onDialog('region') },
    { id: 'export', words: t('wall.export'), icon: <FileText aria-hidden="true" />, do: () => onDialog('export') },
    { id: 'bin', words: t('bin.open'), icon: <Trash2 aria-hidden="true" />, do: () => onDialog('bin') },
    { id: 'keeping', words: t('keeping.title'), icon: <CalendarClock aria-hidden="true" />, do: () => onDialog('keeping') },
    { id: 'details', words: t('wall.myDetails'), icon: <UserRound aria-hidden="true" />, do: () => onDialog('details') },
    { id: 'theme', words: t('looks.theme'), icon: <SunMoon aria-hidden="true" />, do: () => onDialog('theme') },
    { id: 'speaking', words: t(isSpeaking ? 'spoken.turnOff' : 'spoken.turnOn'), icon: isSpeaking ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />, do: () => turnSpeaking(!isSpeaking) },
    { id: 'help', words: t('keys.title'), icon: <Keyboard aria-hidden="true" />, do: () => showHelp(true) },
  )
  if (isPhone) {
    for (const offered of OFFERED_LANGUAGES.filter((other) => other !== language)) {
      entries.push({ id: offered, words: LANGUAGE_NAMES[offered], lang: offered, icon: <Languages aria-hidden="true" />, do: () => void changeLanguage(offered, true) })
    }
  }

  /** With the participants' key, so that the screen can show how to join; without a viewer key one has to be made first. */
  function openRoomScreen(): void {
    const { viewer, participant } = rememberedWall(session.wallId)?.keys ?? {}
    if (viewer === undefined) return onDialog('links')
    window.open(roomAddress(session.wallId, viewer, participant), '_blank', 'noopener')
  }
  return (
    <Menu {...opened} label={t('wall.menu')} onAction={(id) => entries.find((entry) => entry.id === id)?.do()}>
      {entries.map(({ id, words, icon, lang }) => (
        <MenuItem key={id} id={id} icon={icon} textValue={words} lang={lang}>
          {words}
        </MenuItem>
      ))}
      <MenuItem id="home" href="/" icon={<Home aria-hidden="true" />} textValue={t('wall.startPage')}>
        {t('wall.startPage')}
      </MenuItem>
    </Menu>
  )
}
