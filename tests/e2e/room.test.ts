import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { faultsOn } from '../support/access.ts'
import { joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('the screen in the room', () => {
  let wall: MadeWall
  let room: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Regional workshop', sample: true })
    room = await openPerson(browser, { screen: 'projector' })
  })

  it('A7 shows how to join, how much has come in and from where, and has nothing to press but what it shows', async () => {
    const { page, t } = room
    await page.goto(`${wall.links.viewer}&p=${wall.keys.participant}`)
    await page.getByRole('heading', { level: 1, name: 'Regional workshop' }).waitFor()
    await page.getByRole('img', { name: t('room.code') }).waitFor()
    await page.getByText(wall.links.participant.replace('http://', '')).waitFor()
    const needs = SAMPLE_NOTES.filter(({ kind }) => kind === 'need').length
    await page.getByText(`${needs} ${t('room.needs')}`).waitFor()
    await page.getByText(`${SAMPLE_NOTES.length - needs} ${t('room.offers')}`).waitFor()
    const bar = t('room.bar', { country: 'Madagascar', needs: t('kind.needs', { count: 3 }), offers: t('kind.offers', { count: 1 }) })
    await page.getByRole('listitem', { name: bar }).waitFor()
    await page.getByRole('application').waitFor()
    const views = ['room.view.wall', 'room.view.region', 'room.view.meetings'].map((key) => t(key))
    expect(await page.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))).toEqual(views)
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'room-projector-en')
  })

  it('W1 what is written in the room appears on it at once', async () => {
    const amina = await openPerson(browser)
    await joinBy(amina, wall.links.participant, { name: 'Amina', country: 'Kenya' })
    await amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }).click()
    await writeNote(amina, 'need', 'A boat for the seagrass survey')
    await room.page.getByRole('region', { name: room.t('room.newest') }).getByText('A boat for the seagrass survey').waitFor()
    await takePicture(amina.page, 'wall-sample-laptop-en')
    await amina.page.setViewportSize({ width: 1920, height: 1080 })
    await takePicture(amina.page, 'wall-sample-projector-en')
    expect(await faultsOn(amina.page)).toEqual([])
    expect(amina.troubles).toEqual([])
    await amina.context.close()
  })

  it('no page threw or logged an error', () => {
    expect(room.troubles).toEqual([])
  })
})
