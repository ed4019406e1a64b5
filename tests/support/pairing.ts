import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import { findInList, type Person } from './person.ts'

/** The window of the one pair that is open. */
export const pairWindow = ({ page, t }: Person): Locator => page.getByRole('dialog', { name: t('pair.title') })

export const requestsOf = ({ page, t }: Person): Locator => page.getByRole('region', { name: t('pair.requests') })

export async function closePair(person: Person): Promise<void> {
  await person.press(pairWindow(person).getByRole('button', { name: person.t('common.close') }).first())
  await pairWindow(person).waitFor({ state: 'detached' })
}

/** Opens the one pair that a note has, from the note in the list. */
export async function openPairOf(person: Person, text: string): Promise<void> {
  const { page, t, press } = person
  await press(page.getByRole('tab', { name: t('wall.tabList') }))
  const item = await findInList(person, text)
  await press(item)
  await press(item.getByRole('button', { name: t('list.seeMatches') }))
  await press(page.getByRole('heading', { name: t('match.underWay') }).locator('..').getByRole('button').first())
  await pairWindow(person).waitFor()
}

/** Opens the window in which a partner for this note is looked for by hand, from the note in the list. */
export async function lookForPartner(person: Person, text: string): Promise<Locator> {
  const { page, t, press } = person
  await press(page.getByRole('tab', { name: t('wall.tabList') }))
  const item = await findInList(person, text)
  await press(item)
  await press(item.getByRole('button', { name: t('contact.pairWith') }))
  const partners = page.getByRole('dialog', { name: t('contact.pairWithNeed') })
  await partners.waitFor()
  return partners
}

/** Waits until a field of the page shows this. */
export async function whenValue(field: Locator, value: string): Promise<void> {
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe(value)
}
