import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { TaughtWord } from '#shared/wall/schema.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { closeWords, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { later } from '../../ui/later.tsx'
import { NotLoaded } from '../../ui/NotLoaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TaughtWords } from './TaughtWords.tsx'
import { NO_WORD, TeachForm } from './TeachForm.tsx'
import { UnknownWords } from './UnknownWords.tsx'
import { useUnknownWords } from './useUnknownWords.ts'
import type { WordSource } from './wordSource.ts'
import styles from './Words.module.css'

/** Reading a vocabulary file is for few, and comes when it is looked at. */
const VocabularySection = later(async () => (await import('./VocabularySection.tsx')).VocabularySection, NotLoaded)

/** What words mean on this wall: facilitators teach them, from the menu or from a note; everybody else reads what was taught. */
export function WordsDialog({ source }: { source: WordSource }) {
  const { t } = useTranslation()
  const { role } = useSession()
  const words = useView((view) => view.words)
  const labels = useStore(source.store, (state) => state.labels)
  return (
    <Dialog wide title={t('words.title')} isOpen={words !== undefined} onClose={closeWords}>
      {words && role === 'facilitator' && <Teaching key={words.note} source={source} note={words.note} />}
      {words && role !== 'facilitator' && (
        <>
          <p className={styles.quiet}>{t('words.introRead')}</p>
          <TaughtWords labels={labels} />
        </>
      )}
    </Dialog>
  )
}

type Done = { readonly did: 'taught'; readonly word: string } | { readonly did: 'forgot'; readonly taught: TaughtWord }

function Teaching({ source, note }: { source: WordSource; note: NoteId | undefined }) {
  const { t } = useTranslation()
  const session = useSession()
  const labels = useStore(source.store, (state) => state.labels)
  const unknown = useUnknownWords(source)
  const [draft, setDraft] = useState(NO_WORD)
  const [done, setDone] = useState<Done>()
  const topicsInput = useRef<HTMLInputElement>(null)

  const explain = ({ word, language }: UnexplainedWord): void => {
    setDraft({ ...draft, word, language })
    setDone(undefined)
    topicsInput.current?.focus()
  }
  const forget = (taught: TaughtWord): void => {
    const { language, word } = taught
    if (session.commit([{ type: 'forgetWord', language, word }])) setDone({ did: 'forgot', taught })
  }
  const teachAgain = ({ language, word, topics }: TaughtWord): void => {
    if (session.commit([{ type: 'teachWord', language, word, topics }])) setDone({ did: 'taught', word })
  }
  return (
    <>
      <p className={styles.quiet}>{t('words.intro')}</p>
      {note !== undefined && <OfNote note={note} unknown={typeof unknown === 'string' ? [] : unknown} onExplain={explain} />}
      <TeachForm
        labels={labels}
        draft={draft}
        onDraft={setDraft}
        onTaught={(word) => {
          setDraft(NO_WORD)
          setDone({ did: 'taught', word })
        }}
        topicsInput={topicsInput}
      />
      {done?.did === 'taught' && (
        <Notice look="good" isAlert>
          {t('words.learned', { word: isolate(done.word) })}
        </Notice>
      )}
      {done?.did === 'forgot' && (
        <Notice isAlert>
          <div className={styles.done}>
            {t('words.forgotten', { word: isolate(done.taught.word) })}
            <Button autoFocus onPress={() => teachAgain(done.taught)}>
              {t('words.again')}
            </Button>
          </div>
        </Notice>
      )}
      <div className={styles.columns}>
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('words.unknown')}</h3>
          <p className={styles.quiet}>{t('words.unknownHelp')}</p>
          {unknown === 'reading' && <p role="status">{t('app.loading')}</p>}
          {unknown === 'failed' && <Notice look="warn">{t('words.unknownFailed')}</Notice>}
          {typeof unknown !== 'string' && (unknown.length > 0 ? <UnknownWords words={unknown} onExplain={explain} /> : <p>{t('words.unknownNone')}</p>)}
        </section>
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('words.taught')}</h3>
          <TaughtWords labels={labels} onForget={forget} />
        </section>
      </div>
      <Suspense>
        <VocabularySection />
      </Suspense>
    </>
  )
}

interface OfNoteProps {
  note: NoteId
  unknown: readonly UnexplainedWord[]
  onExplain: (word: UnexplainedWord) => void
}

/** The note that the words are for, with those of it that nothing is known of, to be picked. */
function OfNote({ note: id, unknown, onExplain }: OfNoteProps) {
  const { t } = useTranslation()
  const note = useSessionState(({ wall }) => wall.notes.get(id))
  const own = unknown.filter(({ notes }) => notes.includes(id))
  if (!note) return null
  return (
    <section className={styles.section}>
      <NotePaper note={note} quiet />
      <h3 className={styles.heading}>{t('words.unknownHere')}</h3>
      {own.length === 0 && <p className={styles.quiet}>{t('words.unknownHereNone')}</p>}
      {own.length > 0 && (
        <ul role="list" aria-label={t('words.unknownHere')} className={styles.picks}>
          {own.map((unknownWord) => (
            <li key={`${unknownWord.language}/${unknownWord.word}`}>
              <Button aria-label={`${t('words.explain')}: ${isolate(unknownWord.word)}`} onPress={() => onExplain(unknownWord)}>
                <bdi lang={unknownWord.language}>{unknownWord.word}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
