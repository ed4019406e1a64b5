import { Megaphone, Users } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { notesOfPair } from '#shared/wall/ids.ts'
import type { Shown } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { follow, spotlight, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ShownBanner.module.css'

/** What was answered to what was asked at which time. */
interface Said {
  readonly to: number
  readonly answer: 'open' | 'went' | 'declined'
}

/**
 * What a facilitator asks everybody to look at: whoever is asked goes along or does not, and leaves when they like; whoever
 * asks sees how many came. It also says whom one follows by one's own choice.
 */
export function ShownBanner() {
  const session = useSession()
  const shown = useSessionState(({ wall }) => wall.settings.shown)
  const isMine = shown !== undefined && shown.by === session.me?.id
  // Who has left cannot be gone along with any more.
  const isHere = useSessionState(({ others }) => [...others.values()].some(({ participant }) => participant === shown?.by))
  // Kept here: whoever said no is not asked again because the line of the facilitator broke.
  const [said, setSaid] = useState<Said>()
  return (
    <div role="status" className={styles.place}>
      {isMine && <Asking shown={shown} />}
      {shown && !isMine && isHere && <Asked key={shown.at} shown={shown} answer={said?.to === shown.at ? said.answer : 'open'} onAnswer={(answer) => setSaid({ to: shown.at, answer })} />}
      <Following />
    </div>
  )
}

function Line({ icon, words, children }: { icon: ReactNode; words: string; children: ReactNode }) {
  return (
    <div className={styles.banner}>
      {icon}
      <p className={styles.words}>{words}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

function Asking({ shown: { sight } }: { shown: Shown }) {
  const { t } = useTranslation()
  const session = useSession()
  const came = useSessionState(({ others }) => new Set([...others.values()].filter(({ follows }) => follows === session.me?.id).map(({ participant }) => participant)).size)
  const words = 'pair' in sight ? t('together.showingPair') : `${t('together.showingPlace')} ${t('together.came', { count: came })}`
  return (
    <Line icon={<Megaphone aria-hidden="true" />} words={words}>
      <Button look="primary" onPress={() => session.commit([{ type: 'stopShowing' }])}>
        {t('together.stop')}
      </Button>
    </Line>
  )
}

function Asked({ shown: { by, sight }, answer, onAnswer }: { shown: Shown; answer: Said['answer']; onAnswer: (answer: Said['answer']) => void }) {
  const { t } = useTranslation()
  const name = useSessionState(({ wall }) => wall.people.get(by)?.name ?? '')
  const isFollowing = useView((view) => view.following?.person === by)
  const ends = 'pair' in sight ? notesOfPair(sight.pair) : undefined
  const go = (): void => {
    onAnswer('went')
    if (ends) spotlight(ends)
    else follow({ person: by, isCalled: true })
  }
  const leave = (): void => {
    onAnswer('declined')
    spotlight(undefined)
  }
  // The facilitator has ended it, or shows something else.
  useEffect(
    () => () => {
      spotlight(undefined)
      if (useView.getState().following?.isCalled) follow(undefined)
    },
    [],
  )
  if (answer === 'declined' || (answer === 'went' && !ends)) return answer === 'went' && !isFollowing ? <Again onGo={go} /> : null
  const words = t(ends ? 'together.askedPair' : 'together.askedPlace', { name: isolate(name) })
  return (
    <Line icon={<Megaphone aria-hidden="true" />} words={words}>
      {answer === 'open' && <Button onPress={() => onAnswer('declined')}>{t('together.notNow')}</Button>}
      {answer === 'open' ? (
        <Button look="primary" onPress={go}>
          {t(ends ? 'together.look' : 'together.go')}
        </Button>
      ) : (
        <Button look="primary" onPress={leave}>
          {t('together.leave')}
        </Button>
      )}
    </Line>
  )
}

/** They took the wall in their own hand; the way back stays while the others are there. */
function Again({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation()
  return (
    <Line icon={<Users aria-hidden="true" />} words={t('together.left')}>
      <Button onPress={onGo}>{t('together.back')}</Button>
    </Line>
  )
}

function Following() {
  const { t } = useTranslation()
  const following = useView((view) => view.following)
  const name = useSessionState(({ wall }) => following && wall.people.get(following.person)?.name)
  if (!following || name === undefined) return null
  return (
    <Line icon={<Users aria-hidden="true" />} words={t('together.following', { name: isolate(name) })}>
      <Button look="primary" onPress={() => follow(undefined)}>
        {t('together.leave')}
      </Button>
    </Line>
  )
}
