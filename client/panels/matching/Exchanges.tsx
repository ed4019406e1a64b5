import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Exchanges.module.css'
import panelStyles from './MatchPanel.module.css'
import { QuietPair } from './QuietPair.tsx'
import { STOP } from './useStops.ts'

/** Countries that may help each other: both halves, side by side. */
export function Exchanges({ exchanges }: { exchanges: readonly Exchange[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (exchanges.length === 0) return null
  return (
    <section className={panelStyles.section}>
      <h2 className={panelStyles.title}>{t('match.exchanges')}</h2>
      <ul className={panelStyles.candidates}>
        {exchanges.map(({ countries, halves }) => {
          const [one, other] = countries.map((code) => isolate(countryName(code, language)))
          return (
            <li key={halves.join()} {...STOP} tabIndex={-1} className={styles.exchange}>
              <h3 className={styles.title}>
                <ArrowLeftRight aria-hidden="true" />
                {t('match.exchange', { one, other })}
              </h3>
              <Disclosure title={t('match.exchangeShow')}>
                {halves.map((half) => (
                  <QuietPair key={half} id={half} />
                ))}
              </Disclosure>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
