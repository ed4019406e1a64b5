import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '#shared/wall/schema.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './SpotField.module.css'

/** Where the reader can be found in the room, in their own words: for those they are in contact with. */
export function SpotField() {
  const { t } = useTranslation()
  const session = useSession()
  const { me } = session
  const said = useSessionState(({ wall }) => (me && wall.people.get(me.id)?.spot) ?? '')
  const [typed, setTyped] = useState<string>()
  const [wasSaid, setSaid] = useState(false)
  if (!me) return null
  const { name, country, institution } = me
  const say = (event: FormEvent): void => {
    event.preventDefault()
    if (typed !== undefined) session.commit([{ type: 'greet', name, country, institution, spot: typed.trim() }])
    setTyped(undefined)
    setSaid(true)
  }
  return (
    <form className={styles.form} onSubmit={say}>
      <TextField label={t('contact.spotAsk')} description={t('contact.spotHint')} optional value={typed ?? said} onChange={setTyped} maxLength={LIMITS.title} />
      <div className={styles.row}>
        <Button type="submit">{t('contact.spotSave')}</Button>
        <span role="status">{wasSaid && typed === undefined && t('contact.spotSaid')}</span>
      </div>
    </form>
  )
}
