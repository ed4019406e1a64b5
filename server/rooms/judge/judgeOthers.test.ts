import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { pairIdOf, type ParticipantId } from '#shared/wall/ids.ts'
import { writeUpdate } from './writeUpdate.ts'
import { id, newBoard, noteOf, place, room, textOf } from './judgedBoard.ts'

describe('what is somebody else’s', () => {
  /** Amina has a note; Bo does something with it, and a note of his own goes up in the same breath. */
  const deeds: [string, string, (doc: Y.Doc) => void][] = [
    ['writing in it', 'notYours', (doc) => textOf(doc, 'n').insert(0, 'evil')],
    ['deleting its words', 'notYours', (doc) => textOf(doc, 'n').delete(0, 1)],
    ['moving it', 'notYours', (doc) => noteOf(doc, 'n').set('at', [7, 7])],
    ['taking a field away', 'notYours', (doc) => noteOf(doc, 'n').delete('name')],
    ['giving it another author', 'notYours', (doc) => noteOf(doc, 'n').set('author', 'bo')],
    ['binning it', 'notYours', (doc) => noteOf(doc, 'n').set('binned', { by: 'bo', at: 1 })],
    ['deleting it', 'notYours', (doc) => doc.getMap('notes').delete('n')],
    ['putting another note in its place', 'notYours', (doc) => doc.getMap('notes').set('n', new Y.Map([['text', new Y.Text('evil')]]))],
    ['putting another text in its place', 'notYours', (doc) => noteOf(doc, 'n').set('text', new Y.Text('evil'))],
    ['a note in her name', 'notYou', (doc) => doc.getMap('notes').set('forged', new Y.Map<unknown>([['author', 'amina'], ['text', new Y.Text('evil')]]))],
    ['her entry among the people', 'notYours', (doc) => doc.getMap('people').set('amina', { name: 'evil', country: 'ke' })],
    ['interest for her side', 'notYours', (doc) => doc.getMap('pairs').set('n~own/interest/need', { by: 'amina', at: 1, line: 'evil' })],
    ['confirming for her side', 'notYours', (doc) => doc.getMap('pairs').set('n~own/confirm/need', { by: 'bo', at: 1 })],
    ['his own side in her name', 'notYou', (doc) => doc.getMap('pairs').set('n~own/interest/offer', { by: 'amina', at: 1, line: 'evil' })],
    ['a dismissal in her name', 'notYours', (doc) => doc.getMap('pairs').set('n~own/dismissed/amina', { at: 1 })],
    ['a dismissal with a book in it', 'badValue', (doc) => doc.getMap('pairs').set('n~own/dismissed/bo', { at: 1, need: 'evil'.repeat(501) })],
    ['putting off for her side', 'notYours', (doc) => doc.getMap('pairs').set('n~own/later/need', { by: 'amina', at: 1, to: 1 })],
    ['a suggestion as if he were a facilitator', 'facilitatorOnly', (doc) => doc.getMap('pairs').set('n~own/suggestion/', { by: 'bo', at: 1, line: 'evil' })],
    ['taking away what a facilitator suggested', 'facilitatorOnly', (doc) => doc.getMap('pairs').delete('n~theirs/suggestion/')],
    ['supporting a pair of his own', 'notYours', (doc) => doc.getMap('pairs').set('n~own/support/bo', { by: 'bo', at: 1, line: 'evil' })],
    ['support in her name', 'notYours', (doc) => doc.getMap('pairs').set('x~y/support/amina', { by: 'amina', at: 1, line: 'evil' })],
    ['his own support in her name', 'notYou', (doc) => doc.getMap('pairs').set('n~theirs/support/bo', { by: 'amina', at: 1, line: 'evil' })],
    ['accepting his own support', 'notYours', (doc) => doc.getMap('pairs').set('n~theirs/supported/bo', { by: 'bo', at: 1, to: 1, accepted: true })],
    ['accepting support in her name', 'notYou', (doc) => doc.getMap('pairs').set('n~own/supported/cleo', { by: 'amina', at: 1, to: 1, accepted: true })],
    ['support without end', 'badValue', (doc) => doc.getMap('pairs').set('n~theirs/support/bo', { by: 'bo', at: 1, line: 'evil'.repeat(5000) })],
    ['support that says nothing', 'badValue', (doc) => doc.getMap('pairs').set('n~theirs/support/bo', 'evil')],
    ['a place in the room without end', 'badValue', (doc) => doc.getMap('people').set('bo', { name: 'Bo', country: 'fj', spot: 'evil'.repeat(500) })],
    ['a card of two others', 'notYours', (doc) => doc.getMap('cards').set('n~theirs', new Y.Map())],
    ['the more about it of two others', 'notYours', (doc) => doc.getMap('cards').set('n~theirs', new Y.Map([['priority/need', new Y.Text('evil')]]))],
    ['a payer that there is not', 'badValue', (doc) => doc.getMap('cards').set('n~own', new Y.Map([['payer', 'evil']]))],
    ['a target that there is not', 'badValue', (doc) => doc.getMap('cards').set('n~own', new Y.Map([['target', 'evil']]))],
    ['a part of a card for a third side', 'badPlace', (doc) => doc.getMap('cards').set('n~own', new Y.Map([['priority/evil', new Y.Text('evil')]]))],
    ['a part of a card without end', 'tooLong', (doc) => doc.getMap('cards').set('n~own', new Y.Map([['priority/offer', new Y.Text('evil'.repeat(5000))]]))],
    ['the settings', 'facilitatorOnly', (doc) => doc.getMap('settings').set('title', 'evil')],
    ['a round of meetings', 'facilitatorOnly', (doc) => doc.getMap('settings').set('meetings', { by: 'bo', at: 1, startsAt: 1, minutes: 10, rounds: [['n~own']] })],
    ['what the room sees', 'facilitatorOnly', (doc) => doc.getMap('settings').set('room', 'region')],
    ['a section', 'facilitatorOnly', (doc) => doc.getMap('sections').set('evil', { title: 'evil', box: [0, 0, 500, 400] })],
    ['a section with no id', 'badPlace', (doc) => doc.getMap('sections').set('evil one', { title: 'evil', box: [0, 0, 500, 400] })],
    ['what everybody is shown', 'facilitatorOnly', (doc) => doc.getMap('settings').set('shown', { by: 'bo', at: 1, pair: 'evil~own' })],
    ['a laser of one’s own', 'facilitatorOnly', (doc) => doc.getMap('settings').set('laser', { by: 'bo', at: 1, client: doc.clientID })],
    ['the places of somebody’s offer', 'notYours', (doc) => noteOf(doc, 'theirs').set('places', 2)],
    ['places without end', 'badValue', (doc) => noteOf(doc, 'own').set('places', 21)],
    ['half a place', 'badValue', (doc) => noteOf(doc, 'own').set('places', 1.5)],
    ['taking her mark away', 'notYours', (doc) => noteOf(doc, 'theirs').delete('withheld')],
    ['keeping back the note of another', 'notYours', (doc) => noteOf(doc, 'n').set('withheld', true)],
    ['a mark that says evil', 'badValue', (doc) => noteOf(doc, 'own').set('withheld', 'evil')],
    ['a note as if it came from elsewhere', 'facilitatorOnly', (doc) => noteOf(doc, 'own').set('imported', 'evil')],
    ['writing for somebody', 'facilitatorOnly', (doc) => noteOf(doc, 'own').set('writtenBy', 'evil')],
    ['what a model found', 'badPlace', (doc) => doc.getMap('likenesses').set('n~own', ['evil', 1])],
    ['a root of no wall', 'badPlace', (doc) => doc.getMap('evil').set('evil', 1)],
    ['a root of a text', 'badPlace', (doc) => doc.getText('elsewhere').insert(0, 'evil')],
    ['a name that every object inherits', 'badPlace', (doc) => doc.getMap('notes').set('__proto__', new Y.Map())],
    ['such a name in a note', 'badPlace', (doc) => noteOf(doc, 'own').set('constructor', 'evil')],
    ['a document inside', 'badValue', (doc) => noteOf(doc, 'own').set('lang', new Y.Doc())],
    ['a document as a note', 'badValue', (doc) => doc.getMap('notes').set('doc', new Y.Doc())],
    ['a list as a text', 'badValue', (doc) => noteOf(doc, 'beside').set('text', Y.Array.from(['evil']))],
    ['a format', 'badPlace', (doc) => textOf(doc, 'own').format(0, 2, { bold: true })],
    ['a picture', 'badPlace', (doc) => textOf(doc, 'own').insertEmbed(0, { image: 'evil' })],
    ['a text without end', 'tooLong', (doc) => textOf(doc, 'own').insert(0, 'evil'.repeat(5000))],
    ['a name without end', 'badValue', (doc) => doc.getMap('people').set('bo', { name: 'evil'.repeat(500), country: 'fj' })],
    ['a place off the world', 'badValue', (doc) => noteOf(doc, 'own').set('at', [1e308, NaN])],
  ]

  test.each(deeds)('J3 %s is refused, alone; what is honest beside it and after it arrives', (_what, why, deed) => {
    const { doc, person, state } = room()
    const amina = person('amina')
    const bo = person('bo')
    const witness = person('witness')
    amina.edit(place('n'), place('theirs', { kind: 'offer', withheld: true }))
    person('chair', 'facilitator').edit({ type: 'suggestPair', pair: pairIdOf(id('n'), id('theirs')), line: 'You two!' })
    bo.edit(place('own', { kind: 'offer', country: 'fj' }))
    bo.edit(place('beside'))
    bo.own.transact(() => {
      deed(bo.own)
      bo.edit(place('with'))
    })
    expect(new Set(bo.refusals())).toEqual(new Set([why]))
    expect(state()).not.toContain('evil')
    expect(new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).not.toContain('evil')
    expect(noteOf(doc, 'n').toJSON()).toMatchObject({ author: 'amina', name: 'A name', text: 'n', at: [0, 0] })
    expect(noteOf(doc, 'own').toJSON()).toMatchObject({ author: 'bo', text: 'own', at: [0, 0] })
    expect(noteOf(doc, 'theirs').get('withheld')).toBe(true)
    expect(Object.keys(doc.getMap('pairs').toJSON())).toEqual(['n~theirs/suggestion/'])

    bo.edit(place('after'), { type: 'moveNote', id: id('own'), to: [3, 3] }, { type: 'greet', name: 'Bo', country: 'fj', institution: '' })
    textOf(bo.own, 'own').insert(textOf(bo.own, 'own').length, '!')
    amina.edit({ type: 'spliceText', id: id('n'), offset: 1, remove: 0, insert: 'ew' })
    expect(Object.keys(doc.getMap('notes').toJSON()).sort()).toEqual(['after', 'beside', 'n', 'own', 'theirs', 'with'])
    expect([textOf(doc, 'n').toJSON(), textOf(doc, 'own').toJSON()]).toEqual(['new', 'own!'])
    expect(noteOf(doc, 'own').get('at')).toEqual([3, 3])
    expect(doc.getMap('people').get('bo')).toMatchObject({ name: 'Bo' })
    expect(witness.own.toJSON()).toEqual(doc.toJSON())
  })

  test('J3 T1 a section or a sight that cannot be read, or that says another name, is refused, a facilitator’s too', () => {
    const { doc, person, state } = room()
    const chair = person('chair', 'facilitator')
    const values: [root: string, key: string, value: unknown][] = [
      ['sections', 's', { title: ' ', box: [0, 0, 500, 400] }],
      ['sections', 's', { title: 'evil', box: [0, 0, 500, 1e308] }],
      ['sections', 's', { title: 'evil', box: [0, 0, 500, 400], beside: 'evil' }],
      ['settings', 'shown', { by: 'evil', at: 1, place: [0, 0, 500, 400] }],
      ['settings', 'shown', { by: 'chair', at: 1, place: [0, 0, 500, -400] }],
      ['settings', 'shown', { by: 'chair', at: 1, pair: 'evil' }],
      ['settings', 'laser', { by: 'evil', at: 1, client: 7 }],
      ['settings', 'laser', { by: 'chair', at: 1, client: -7 }],
    ]
    for (const [root, key, value] of values) chair.own.getMap(root).set(key, value)
    expect(chair.refusals()).toEqual(values.map(() => 'badValue'))
    expect(state()).not.toContain('evil')
    expect([doc.getMap('sections').size, doc.getMap('settings').has('shown'), doc.getMap('settings').has('laser')]).toEqual([0, false, false])
  })

  test('M44 what is alike is the server’s to say: a facilitator neither adds to it nor takes it away', () => {
    const { doc, person } = room()
    const chair = person('chair', 'facilitator')
    chair.edit(place('n'), place('o', { kind: 'offer', country: 'fj' }))
    chair.own.getMap('likenesses').set('n~o', [900, 1])
    chair.own.getMap('likenesses').delete('n~o')
    expect(new Set(chair.refusals())).toEqual(new Set(['badPlace']))
    expect(doc.getMap('likenesses').size).toBe(0)
  })

  test('J3 G5 a round of meetings that cannot be read is refused, a facilitator’s too', () => {
    const { person, state } = room()
    const chair = person('chair', 'facilitator')
    chair.own.getMap('settings').set('meetings', { by: 'chair', at: 1, startsAt: 1, minutes: 10, rounds: [['n~own']], beside: 'evil' })
    chair.own.getMap('settings').set('meetings', { by: 'chair', at: 1, startsAt: 1, minutes: 10, rounds: Array.from({ length: 900 }, () => ['evil~own']) })
    chair.own.getMap('settings').set('room', 'evil')
    expect(chair.refusals()).toEqual(['badValue', 'badValue', 'badValue'])
    expect(state()).not.toContain('evil')
  })

  test('J3 a list where notes are is refused', () => {
    const { take, holders, state } = room()
    holders.set(4, 'bo' as ParticipantId)
    const inRoot = 'notes' as unknown as Y.Item['parent']
    const pushed = new Y.Item(Y.createID(4, 0), null, null, null, null, inRoot, null, new Y.ContentAny(['evil']))
    expect(take(writeUpdate(new Map([[4, [pushed]]]), new Map()), 'bo').refusals).toEqual(new Set(['badPlace']))
    expect(state()).not.toContain('evil')
  })

  test('J3 the id of a note that is gone stays with its author', () => {
    const { doc, person } = room()
    const [amina, bo, chair] = [person('amina'), person('bo'), person('chair', 'facilitator')]
    amina.edit(place('n'))
    chair.own.getMap('notes').delete('n')
    bo.edit(place('n'))
    chair.edit(place('n'))
    expect([bo.refusals(), chair.refusals(), doc.getMap('notes').size]).toEqual([['notYours'], ['notYours'], 0])
    amina.edit(place('n'))
    expect(noteOf(doc, 'n').get('author')).toBe('amina')
  })

  test('J4 structs under a client id of somebody else are left out, and the holder’s own next edit arrives', () => {
    const { doc, person, take } = room()
    const amina = person('amina')
    amina.edit(place('n'))
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(doc))
    forger.clientID = amina.own.clientID
    const sent: Uint8Array[] = []
    forger.on('update', (update: Uint8Array) => sent.push(update))
    applyEdits(forger, [place('evil')], { participant: 'bo' as ParticipantId, now: 1, origin: null })
    for (const update of sent) expect(take(update, 'bo')).toMatchObject({ update: undefined, refusals: new Set(['notYou']) })
    amina.edit(place('next'))
    expect(Object.keys(doc.getMap('notes').toJSON()).sort()).toEqual(['n', 'next'])
  })

  test('J5 what stands on something that is not here is asked for again, and nothing waits in the document', () => {
    const { doc, take, holders } = room()
    const own = newBoard()
    holders.set(own.clientID, 'amina' as ParticipantId)
    const parts: Uint8Array[] = []
    own.on('update', (update: Uint8Array) => parts.push(update))
    applyEdits(own, [place('early')], { participant: 'amina' as ParticipantId, now: 1, origin: null })
    applyEdits(own, [place('late')], { participant: 'amina' as ParticipantId, now: 1, origin: null })
    const [early, late] = parts
    if (!early || !late) throw new Error('Two edits are two updates.')
    expect(take(late, 'amina')).toMatchObject({ update: undefined, isIncomplete: true, refusals: new Set() })
    take(early, 'amina')
    take(late, 'amina')
    expect(doc.toJSON()).toEqual(own.toJSON())
  })

  test('J5 letters that stand behind themselves are no reason to stop', () => {
    const { take, holders, doc } = room()
    holders.set(4, 'amina' as ParticipantId)
    expect(take(new Uint8Array([1, 1, 4, 0, 0x84, 4, 3, 1, 120, 0]), 'amina').refusals).toEqual(new Set(['badPlace']))
    expect(doc.toJSON()).toMatchObject({ notes: {} })
  })

  test('J6 a value that was refused does not stand in the way of an honest one in the same place', () => {
    const { doc, person } = room()
    const bo = person('bo')
    bo.edit(place('own'))
    const own = noteOf(bo.own, 'own')
    bo.own.transact(() => {
      for (const at of [[1e300, 0], [NaN, 0]]) own.set('at', at)
    })
    own.set('at', 'evil')
    bo.own.getMap('people').set('bo', { name: '', country: 'fj' })
    expect(noteOf(doc, 'own').get('at')).toEqual([0, 0])
    own.set('at', [4, 4])
    bo.edit({ type: 'greet', name: 'Bo', country: 'fj', institution: '' })
    expect(noteOf(doc, 'own').get('at')).toEqual([4, 4])
    expect(doc.getMap('people').get('bo')).toMatchObject({ name: 'Bo' })
    bo.own.transact(() => {
      own.set('at', 'evil')
      own.set('at', [5, 5])
    })
    expect(noteOf(doc, 'own').get('at')).toEqual([5, 5])
  })

  test('J7 a facilitator corrects and tidies everybody’s notes, and still speaks for nobody', () => {
    const { doc, person } = room()
    const amina = person('amina')
    const chair = person('chair', 'facilitator')
    amina.edit(place('n'))
    textOf(chair.own, 'n').insert(0, 'The ')
    noteOf(chair.own, 'n').set('at', [8, 8])
    chair.own.getMap('settings').set('title', 'A better title')
    expect(chair.refusals()).toEqual([])
    noteOf(chair.own, 'n').set('author', 'chair')
    noteOf(chair.own, 'n').set('name', 'Chair')
    chair.own.getMap('pairs').set('n~o/interest/need', { by: 'amina', at: 1, line: '' })
    chair.own.getMap('pairs').set('n~o/later/need', { by: 'chair', at: 1, to: 1 })
    chair.own.getMap('pairs').set('n~o/answer/need', { by: 'chair', at: 1, to: 1, accepted: false, line: '' })
    chair.own.getMap('pairs').set('n~o/supported/bo', { by: 'chair', at: 1, to: 1, accepted: true })
    chair.own.getMap('settings').set('schema', 9)
    expect(chair.refusals()).toEqual(['notYou', 'notYours', 'notYours', 'notYours', 'notYours', 'notYours', 'badPlace'])
    expect(noteOf(doc, 'n').toJSON()).toMatchObject({ text: 'The n', author: 'amina', name: 'A name', at: [8, 8] })
    chair.own.getMap('notes').delete('n')
    expect(doc.getMap('notes').has('n')).toBe(false)
  })
})
