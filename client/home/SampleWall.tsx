import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../followAddress.ts'
import { knownLinks } from '../panels/links/knownLinks.ts'
import type { Refusal } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { makeAndRemember, whyNotMade } from './makeAndRemember.ts'
import styles from './HomePage.module.css'

/** A wall that is full already, to try everything without preparing anything. */
export function SampleWall() {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isMaking, setMaking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  async function open(): Promise<void> {
    setMaking(true)
    const answer = await makeAndRemember({ title: t('home.sampleTitle'), language, sample: true })
    setMaking(false)
    if (!answer.ok) return setRefusal(answer.refusal)
    goTo(knownLinks(answer.value.id).facilitator ?? answer.value.links.facilitator)
  }
  return (
    <section className={styles.sample}>
      <p className={styles.sampleWords}>{t('home.sampleWhy')}</p>
      <Button icon={<Sparkles aria-hidden="true" />} isPending={isMaking} onPress={() => void open()}>
        {t('home.sample')}
      </Button>
      {refusal && (
        <Notice look="error" isAlert>
          {t(`home.failed.${whyNotMade(refusal)}`)}
        </Notice>
      )}
    </section>
  )
}
