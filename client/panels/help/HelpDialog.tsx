import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { heldKeys, isApple, keyCaps } from '../../keys/keyCaps.ts'
import { TOLD_GROUPS, toldKeys, type ToldKey } from '../../keys/toldKeys.ts'
import { showHelp, useView } from '../../state/viewStore.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './HelpDialog.module.css'

const MOUSE = ['add', 'lasso', 'drag', 'double', 'zoom', 'pads'] as const
const TOUCH = ['tap', 'drag', 'lasso', 'double', 'pinch', 'pads'] as const

/** All that keys, mouse and fingers do on the wall. */
export function HelpDialog() {
  const { t } = useTranslation()
  const isOpen = useView((view) => view.isHelpOpen)
  const mouse = (
    <Section title={t('keys.mouse.title')}>
      {MOUSE.map((id) => (
        <Line key={id} says={t(`keys.mouse.does.${id}`)}>
          {t(`keys.mouse.how.${id}`, heldKeys(t))}
        </Line>
      ))}
    </Section>
  )
  const touch = (
    <Section title={t('keys.touch.title')}>
      {TOUCH.map((id) => (
        <Line key={id} says={t(`keys.touch.does.${id}`)}>
          {t(`keys.touch.how.${id}`)}
        </Line>
      ))}
    </Section>
  )
  const isTouch = isOpen && matchMedia('(pointer: coarse)').matches
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={() => showHelp(false)} wide isText>
      <div className={styles.columns}>
        {isTouch && touch}
        {TOLD_GROUPS.map((group) => (
          <Section key={group} title={t(`keys.groups.${group}`)}>
            {toldKeys(group).map((told) => (
              <Line key={told.says} says={t(`keys.does.${told.says}`)}>
                <Presses told={told} />
              </Line>
            ))}
          </Section>
        ))}
        {mouse}
        {!isTouch && touch}
      </div>
    </Dialog>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.lines}>{children}</dl>
    </section>
  )
}

/** `children`: how it is asked for; `says`: what comes of it. */
function Line({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt className={styles.how}>{children}</dt>
      <dd className={styles.does}>{says}</dd>
    </div>
  )
}

function Presses({ told }: { told: ToldKey }) {
  const { t } = useTranslation()
  const presses = told.presses.filter((press) => !('isSame' in press && press.isSame))
  return presses.map((press, at) => {
    const caps = keyCaps(press, t, isApple())
    return (
      <Fragment key={caps.join()}>
        {at > 0 && ' '}
        {/* keys stand side by side as on the keyboard, whichever way the words run */}
        <span dir="ltr" className={styles.press}>
          {caps.map((cap) => (
            <kbd key={cap} className={styles.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      </Fragment>
    )
  })
}
