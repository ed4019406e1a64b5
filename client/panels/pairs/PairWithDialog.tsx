import { MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Note } from '#shared/wall/schema.ts'
import { noteFinder } from '../../notes/noteFinder.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { pairOf } from '../../pairing/pairOf.ts'
import { partnersOf } from '../../pairing/partnersOf.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { pairWith, pickPartner, pickPartnerOnWall, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './PairWithDialog.module.css'

/** More than this are found by searching. */
const MOST = 40

/** Which note the one of `viewStore.pairing` is to be paired with, by hand: found by words, or touched on the wall. */
export function PairWithDialog() {
  const { t } = useTranslation()
  const pairing = useView((view) => view.pairing)
  const note = useSessionState(({ wall }) => (pairing && !pairing.isOnWall ? wall.notes.get(pairing.note) : undefined))
  const close = (): void => pairWith(undefined)
  return (
    <Dialog wide title={note ? t(note.kind === 'need' ? 'contact.pairWithNeed' : 'contact.pairWithOffer') : ''} isOpen={note !== undefined} onClose={close}>
      {note && <Partners key={note.id} note={note} />}
    </Dialog>
  )
}

function Partners({ note }: { note: Note }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { role, me } = useSession()
  const wall = useSessionState((state) => state.wall)
  const [words, setWords] = useState('')
  const partners = partnersOf(wall, note.id, { role, person: me?.id })
  const isMeant = noteFinder(words, (code) => countryName(code, language))
  const found = partners.filter(isMeant)
  const isOwn = role === 'facilitator' || note.author === me?.id
  const whose = ({ author, writtenBy }: Note): string | undefined => (author === me?.id && writtenBy === undefined ? t('pair.yourNote') : undefined)
  if (partners.length === 0) {
    return (
      <>
        <NotePaper note={note} whose={whose(note)} />
        <p>{t(isOwn ? 'contact.pairNone' : 'contact.pairNoneOwn')}</p>
      </>
    )
  }
  return (
    <>
      <div className={styles.head}>
        <NotePaper note={note} whose={whose(note)} quiet />
        <p className={styles.quiet}>{t(role === 'facilitator' ? 'contact.suggestHint' : 'contact.pairHint')}</p>
        <div>
          <Button icon={<MousePointerClick aria-hidden="true" />} onPress={pickPartnerOnWall}>
            {t('contact.pickOnWall')}
          </Button>
        </div>
        <SearchBox label={t('contact.pairSearch')} clearLabel={t('list.clear')} value={words} onChange={setWords} />
        <p role="status" className={styles.quiet}>
          {t('contact.pairFound', { count: found.length })} {found.length > MOST && t('contact.pairMore')}
        </p>
      </div>
      <ul className={styles.list}>
        {found.slice(0, MOST).map((other) => {
          const state = wall.pairs.get(pairOf(note, other.id))?.state
          return (
            <li key={other.id} className={styles.item}>
              <NotePaper note={other} whose={whose(other)} />
              <div className={styles.choose}>
                <Button aria-label={`${t('contact.pairWithThis')}: ${other.text.slice(0, 80)}`} onPress={() => pickPartner(pairOf(note, other.id))}>
                  {t('contact.pairWithThis')}
                </Button>
                {state && <StateChip state={state} />}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
