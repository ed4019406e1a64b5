import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../session/openSession.ts'
import { arrangeHere, showWholeWall, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { applyArrangement } from './applyArrangement.ts'
import styles from './PrivateBanner.module.css'

/** Says that what is seen is this person's own arrangement, and leads back; a facilitator makes it everybody's. */
export function PrivateBanner({ shared }: { shared: Session }) {
  const { t } = useTranslation()
  const arrangement = useView((view) => view.arrangement)
  const back = (): void => {
    arrangeHere(undefined)
    showWholeWall()
  }
  return (
    <div role="status" className={styles.place}>
      {arrangement && (
        <div data-cover="edge" className={styles.banner}>
          <EyeOff aria-hidden="true" />
          <p className={styles.words}>
            {t('arrange.onlyYou')}
            {shared.role === 'facilitator' && <span className={styles.quiet}> {t('arrange.forAllMeans')}</span>}
          </p>
          <div className={styles.actions}>
            <Button look={shared.role === 'facilitator' ? 'secondary' : 'primary'} onPress={back}>
              {t('arrange.back')}
            </Button>
            {shared.role === 'facilitator' && (
              <Button look="primary" onPress={() => applyArrangement(shared, arrangement)}>
                {t('arrange.forAll')}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
