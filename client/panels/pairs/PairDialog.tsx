import { useTranslation } from 'react-i18next'
import { sidesOf } from '#shared/permissions/can.ts'
import { notesOfPair, type PairId } from '#shared/wall/ids.ts'
import { NO_FACTS } from '#shared/wall/pairFacts.ts'
import { EMPTY_CARD, type Pair } from '#shared/wall/schema.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { ShowPairButton } from '../../pairing/ShowPairButton.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { openPair, useView } from '../../state/viewStore.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PairNow } from './PairNow.tsx'
import styles from './PairDialog.module.css'
import { PairSteps } from './PairSteps.tsx'
import { SaidLines } from './SaidLines.tsx'
import { Supporters } from './Supporters.tsx'

/** The pair of `viewStore.openPair`: both notes, where it stands, and the way forward. */
export function PairDialog() {
  const { t } = useTranslation()
  const pair = useView((view) => view.openPair)
  return (
    <Dialog wide title={t('pair.title')} isOpen={pair !== undefined} onClose={() => openPair(undefined)}>
      {pair && <PairContent key={pair} id={pair} />}
    </Dialog>
  )
}

function PairContent({ id }: { id: PairId }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const ids = notesOfPair(id)
  const [need, offer] = useSessionState(({ wall }) => [ids && wall.notes.get(ids.need), ids && wall.notes.get(ids.offer)])
  const known = useSessionState(({ wall }) => wall.pairs.get(id))
  const mine = useSessionState(({ wall }) => sidesOf(wall, id, me?.id))
  if (!ids || !need || !offer) return <Notice>{t('pair.noteGone')}</Notice>
  const pair: Pair = known ?? { id, ...ids, state: undefined, facts: NO_FACTS, card: EMPTY_CARD }
  const notes = { need, offer }
  const whose = (side: 'need' | 'offer'): string | undefined =>
    mine.includes(side) && notes[side].writtenBy === undefined ? t('pair.yourNote') : undefined
  return (
    <>
      <div className={styles.papers}>
        <NotePaper note={need} whose={whose('need')} />
        <NotePaper note={offer} whose={whose('offer')} />
      </div>
      <PairSteps state={pair.state} />
      <PairNow pair={pair} notes={notes} mine={mine} />
      <Supporters pair={pair} notes={notes} mine={mine} />
      <SaidLines pair={pair} notes={notes} />
      <ShowPairButton pair={id} />
    </>
  )
}
