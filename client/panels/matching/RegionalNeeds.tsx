import { Globe2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { RegionalNeed } from '#shared/matching/regionalNeeds.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { showOnWall } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Exchanges.module.css'
import panelStyles from './MatchPanel.module.css'
import { STOP } from './useStops.ts'

/** Needs that several countries have: worth a project for all of them. */
export function RegionalNeeds({ regional }: { regional: readonly RegionalNeed[] }) {
  const { t } = useTranslation()
  if (regional.length === 0) return null
  return (
    <section className={panelStyles.section}>
      <h2 className={panelStyles.title}>{t('match.regional')}</h2>
      <ul className={panelStyles.candidates}>
        {regional.map((need) => (
          <Regional key={need.needs[0]} need={need} />
        ))}
      </ul>
    </section>
  )
}

function Regional({ need: { needs, countries, offers } }: { need: RegionalNeed }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notes = useSessionState(({ wall }) => needs.map((id) => wall.notes.get(id))).filter((note) => note !== undefined)
  const offering = useSessionState(({ wall }) => offers.map(({ id }) => wall.notes.get(id)))
  const [middle] = notes
  if (!middle) return null
  return (
    <li {...STOP} tabIndex={-1} className={styles.exchange}>
      <h3 className={styles.title}>
        <Globe2 aria-hidden="true" />
        {t('match.regionalCount', { count: countries.length })}
      </h3>
      <p className={panelStyles.quiet}>
        {new Intl.ListFormat(language, { type: 'conjunction' }).format(countries.map((code) => countryName(code, language)))}
      </p>
      <NotePaper note={middle} quiet />
      <Disclosure title={t('match.regionalShow')}>
        <ul className={panelStyles.candidates}>
          {notes.slice(1).map((note) => (
            <li key={note.id}>
              <NotePaper note={note} quiet />
            </li>
          ))}
        </ul>
        <div className={panelStyles.section}>
          <h4 className={panelStyles.subtitle}>{t(offers.length > 0 ? 'match.regionalOffers' : 'match.regionalNoOffer')}</h4>
          <ul className={panelStyles.candidates}>
            {offers.map(({ id, serves }, at) => {
              const offer = offering[at]
              return (
                offer && (
                  <li key={id}>
                    <NotePaper note={offer} quiet whose={t('match.serves', { serves, number: needs.length })} />
                  </li>
                )
              )
            })}
          </ul>
        </div>
        <Button onPress={() => showOnWall(needs)}>{t('list.show')}</Button>
      </Disclosure>
    </li>
  )
}
