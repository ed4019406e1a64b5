import { FileUp, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { packVocabulary, unpackVocabulary } from '#shared/matching/packVocabulary.ts'
import { parseVocabulary, VOCABULARY_LIMITS, type NamedVocabulary, type VocabularyProblem } from '#shared/matching/parseVocabulary.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Words.module.css'

type Read = { readonly is: 'good'; readonly vocabulary: NamedVocabulary; readonly packed: string } | { readonly is: 'bad'; readonly problems: readonly VocabularyProblem[] }

/** Which field's words this wall goes by, and for another field, how to load its own; nothing changes before it is confirmed. */
export function VocabularySection() {
  const { t } = useTranslation()
  const session = useSession()
  const packed = useSessionState(({ wall }) => wall.settings.vocabulary)
  const current = useMemo(() => (packed === undefined ? undefined : unpackVocabulary(packed)), [packed])
  const [read, setRead] = useState<Read>()

  const look = async (file: File | undefined): Promise<void> => {
    if (file) setRead(await readVocabulary(file))
  }
  const choose = (vocabulary: string | undefined): void => {
    if (session.commit([{ type: 'chooseVocabulary', vocabulary }])) setRead(undefined)
  }
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('words.field.title')}</h3>
      <p>{current ? t('words.field.own', { name: isolate(current.name), number: current.topics.length }) : t('words.field.shipped')}</p>
      <p className={styles.quiet}>{t('words.field.help')}</p>
      {read?.is === 'bad' && (
        <Notice look="error" isAlert>
          <p>{t('words.field.broken')}</p>
          <ul className={styles.problems}>
            {read.problems.map(({ place, fault, what }, at) => (
              <li key={at}>
                {place && (
                  <code dir="ltr">
                    <bdi>{place}</bdi>
                  </code>
                )}{' '}
                {t(`words.field.fault.${fault}`, { what: isolate(what) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {read?.is === 'good' && (
        <Notice isAlert>
          <p>{t('words.field.will', { name: isolate(read.vocabulary.name), number: read.vocabulary.topics.length })}</p>
          <div className={styles.buttons}>
            <Button look="quiet" onPress={() => setRead(undefined)}>
              {t('common.cancel')}
            </Button>
            <Button look="primary" autoFocus onPress={() => choose(read.packed)}>
              {t('words.field.use')}
            </Button>
          </div>
        </Notice>
      )}
      <div className={styles.buttons}>
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void look(files?.[0])}>
          <Button icon={<FileUp aria-hidden="true" />}>{t('words.field.load')}</Button>
        </FileTrigger>
        {packed !== undefined && (
          <Button icon={<Undo2 aria-hidden="true" />} onPress={() => choose(undefined)}>
            {t('words.field.back')}
          </Button>
        )}
      </div>
    </section>
  )
}

async function readVocabulary(file: File): Promise<Read> {
  const tooLarge: Read = { is: 'bad', problems: [{ place: '', fault: 'tooLarge', what: '' }] }
  if (file.size > VOCABULARY_LIMITS.bytes) return tooLarge
  const read = parseVocabulary(await file.text())
  if (!read.ok) return { is: 'bad', problems: read.problems }
  const packed = packVocabulary(read.vocabulary)
  return packed.length > LIMITS.vocabulary ? tooLarge : { is: 'good', vocabulary: read.vocabulary, packed }
}
