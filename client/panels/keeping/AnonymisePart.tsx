import { UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamesErased } from '#shared/protocol/api.ts'
import { ErasedReport } from '../../erasing/ErasedReport.tsx'
import { anonymiseWall } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'

/** A facilitator takes every name off the wall; said before what goes and what stays, and afterwards what went. */
export function AnonymisePart({ onErased }: { onErased: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const anonymised = useSessionState(({ wall }) => wall.settings.anonymised)
  const [isAsking, setAsking] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [outcome, setOutcome] = useState<NamesErased | 'failed'>()

  async function anonymise(): Promise<void> {
    setWorking(true)
    const answer = await askAs(session, anonymiseWall)
    setOutcome(answer.ok ? answer.value : 'failed')
    if (answer.ok) onErased()
    setWorking(false)
    setAsking(false)
  }
  return (
    <>
      <p>
        {anonymised === undefined ? t('erasing.anonymiseWhy') : t('erasing.anonymised', { date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(anonymised.at) })}
      </p>
      {outcome === 'failed' && (
        <Notice look="error" isAlert>
          {t('erasing.failed')}
        </Notice>
      )}
      {outcome !== undefined && outcome !== 'failed' && <ErasedReport report={outcome} />}
      <Button icon={<UserRoundX aria-hidden="true" />} onPress={() => setAsking(true)}>
        {t('erasing.anonymise')}
      </Button>
      <ConfirmDialog title={t('erasing.anonymiseTitle')} action={t('erasing.anonymise')} danger isOpen={isAsking} isPending={isWorking} onConfirm={() => void anonymise()} onCancel={() => setAsking(false)}>
        <p>{t('erasing.allGoes')}</p>
        <p>{t('erasing.allStays')}</p>
        <p>{t('erasing.locks')}</p>
        <p>{t('erasing.limits')}</p>
        <p>
          <strong>{t('erasing.forGood')}</strong>
        </p>
      </ConfirmDialog>
    </>
  )
}
