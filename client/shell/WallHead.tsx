import { CircleUserRound, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PeopleButton } from '../panels/people/PeopleButton.tsx'
import { SaveStatusLine } from '../panels/status/SaveStatusLine.tsx'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { showMyPage } from '../state/viewStore.ts'
import { takeBack } from '../state/takeBack.ts'
import { BrandMark } from '../ui/BrandMark.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { LanguageButton } from '../ui/LanguageButton.tsx'
import { useUndoSteps } from './useUndoSteps.ts'
import type { OpenDialog } from './WallDialogs.tsx'
import styles from './WallHead.module.css'
import { WallMenuButton } from './WallMenuButton.tsx'

interface WallHeadProps {
  isPhone: boolean
  onDialog: (dialog: OpenDialog) => void
  onPostFor: () => void
}

/** Which wall this is, whether one's words are safe, who is here, and everything that is not done every minute. */
export function WallHead({ isPhone, onDialog, onPostFor }: WallHeadProps) {
  const { t } = useTranslation()
  const session = useSession()
  const title = useSessionState(({ wall, loaded }) => (loaded ? wall.settings.title || t('wall.noTitle') : t('wall.opening')))
  const { undo, redo } = useUndoSteps(session.undo)
  return (
    <header className={styles.head}>
      {!isPhone && <BrandMark />}
      <div className={styles.words}>
        <h1 dir="auto" className={styles.title} title={title}>
          {title}
        </h1>
        <SaveStatusLine />
      </div>
      <div className={styles.tools}>
        <IconButton label={undo ?? t('wall.undo')} isDisabled={!undo} className={styles.turns} onPress={() => takeBack(session, 'undo')}>
          <Undo2 aria-hidden="true" />
        </IconButton>
        {!isPhone && (
          <IconButton label={redo ?? t('wall.redo')} isDisabled={!redo} className={styles.turns} onPress={() => takeBack(session, 'redo')}>
            <Redo2 aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={t('mine.title')} onPress={() => showMyPage(true)}>
          <CircleUserRound aria-hidden="true" />
        </IconButton>
        <PeopleButton onLinks={() => onDialog('links')} />
        {!isPhone && <LanguageButton />}
        <WallMenuButton isPhone={isPhone} redo={redo} onDialog={onDialog} onPostFor={onPostFor} />
      </div>
    </header>
  )
}
