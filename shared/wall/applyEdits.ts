import * as Y from 'yjs'
import { cardKey, cardsOf, newCard, readCard } from './cards.ts'
import { spliceCardText } from './cardTexts.ts'
import type { Edit, Editor } from './edit.ts'
import { notesOfPair, type NoteId, type PairId } from './ids.ts'
import { pairKey, quoted } from './pairFacts.ts'
import { onTheWall } from './readPoint.ts'
import { readPeople } from './readWall.ts'
import { ROOT, type Side } from './schema.ts'
import { sectionValue } from './sections.ts'
import { sightValue } from './shown.ts'
import { wordKey } from './taughtWords.ts'
import { unreachable } from './unreachable.ts'

/** Where a transaction keeps the edits that it was made of. */
export const EDITS = 'edits'

/**
 * The one writer of the board: a list of edits is one transaction, so it arrives, is stored and is undone as a whole.
 * An edit of a note or card that is gone (deleted by someone meanwhile) does nothing.
 * Whether the person may do it is asked before, with `can`.
 */
export function applyEdits(doc: Y.Doc, edits: readonly Edit[], editor: Editor): void {
  doc.transact((transaction) => {
    transaction.meta.set(EDITS, edits)
    for (const edit of edits) applyEdit(doc, edit, editor)
  }, editor.origin)
}

function applyEdit(doc: Y.Doc, edit: Edit, { participant, now }: Editor): void {
  const notes = doc.getMap<Y.Map<unknown>>(ROOT.notes)
  const pairs = doc.getMap(ROOT.pairs)
  const cards = doc.getMap(ROOT.cards)
  switch (edit.type) {
    case 'greet': {
      const { name, country, institution } = edit
      const spot = edit.spot ?? readPeople(doc).get(participant)?.spot
      doc.getMap(ROOT.people).set(participant, { name, country, institution, ...(spot && { spot }) })
      return
    }
    case 'placeNote': {
      const { id, kind, at, text, lang, name, country, writtenBy, places, withheld, imported } = edit
      const note = new Y.Map<unknown>(
        Object.entries({ kind, text: new Y.Text(text), author: participant, name, country, lang, at: [...onTheWall(at)], createdAt: now }),
      )
      if (writtenBy) note.set('writtenBy', writtenBy)
      if (places !== undefined) note.set('places', places)
      if (withheld) note.set('withheld', true)
      if (imported) note.set('imported', imported)
      notes.set(id, note)
      return
    }
    case 'moveNote':
      notes.get(edit.id)?.set('at', [...onTheWall(edit.to)])
      return
    case 'spliceText':
      splice(notes.get(edit.id)?.get('text'), edit)
      return
    case 'setKind':
      notes.get(edit.id)?.set('kind', edit.kind)
      return
    case 'setLanguage':
      notes.get(edit.id)?.set('lang', edit.lang)
      return
    case 'setPlaces':
      if (edit.places === undefined) notes.get(edit.id)?.delete('places')
      else notes.get(edit.id)?.set('places', edit.places)
      return
    case 'setWithheld':
      if (edit.withheld) notes.get(edit.id)?.set('withheld', true)
      else notes.get(edit.id)?.delete('withheld')
      return
    case 'binNote':
      notes.get(edit.id)?.set('binned', { by: participant, at: now })
      return
    case 'unbinNote':
      notes.get(edit.id)?.delete('binned')
      return
    case 'showInterest':
      pairs.set(pairKey(edit.pair, 'interest', edit.side), { by: participant, at: now, line: edit.line })
      pairs.delete(pairKey(edit.pair, 'outcome'))
      if (cardsOf(cards, edit.pair).length === 0) cards.set(cardKey(edit.pair, doc.clientID), newCard())
      return
    case 'answerInterest': {
      const { accepted, line, to } = edit
      pairs.set(pairKey(edit.pair, 'answer', edit.side), { by: participant, at: now, to, accepted, line })
      return
    }
    case 'answerLater':
      pairs.set(pairKey(edit.pair, 'later', edit.side), { by: participant, at: now, to: edit.to })
      return
    case 'suggestPair':
      pairs.set(pairKey(edit.pair, 'suggestion'), { by: participant, at: now, line: edit.line })
      return
    case 'withdrawSuggestion':
      pairs.delete(pairKey(edit.pair, 'suggestion'))
      return
    case 'declineSuggestion': {
      const { line, to } = edit
      pairs.set(pairKey(edit.pair, 'answer', edit.side), { by: participant, at: now, to, accepted: false, line })
      return
    }
    case 'offerSupport':
      pairs.set(pairKey(edit.pair, 'support', participant), { by: participant, at: now, line: edit.line })
      return
    case 'withdrawSupport':
      pairs.delete(pairKey(edit.pair, 'support', participant))
      return
    case 'answerSupport': {
      const { accepted, to } = edit
      pairs.set(pairKey(edit.pair, 'supported', edit.supporter), { by: participant, at: now, to, accepted })
      return
    }
    case 'dismissPair':
      pairs.set(pairKey(edit.pair, 'dismissed', participant), { at: now, ...textsOf(edit.pair, notes) })
      return
    case 'recallPair':
      pairs.delete(pairKey(edit.pair, 'dismissed', participant))
      return
    case 'spliceCard': {
      const parts = cardsOf(cards, edit.pair)
      // Whoever types sees the card, so it is there; but one of before may lack the text, and its next part brings it.
      if (parts.length === 0 || spliceCardText(parts, edit.field, edit)) return
      if (edit.insert) cards.set(cardKey(edit.pair, doc.clientID), new Y.Map([[edit.field, new Y.Text(edit.insert)]]))
      return
    }
    case 'chooseOnCard':
      for (const part of cardsOf(cards, edit.pair)) part.set(edit.field, edit.value)
      return
    case 'confirmCard': {
      const card = readCard(cardsOf(cards, edit.pair))
      pairs.set(pairKey(edit.pair, 'confirm', edit.side), { by: participant, at: now, card })
      return
    }
    case 'closePair':
      pairs.set(pairKey(edit.pair, 'outcome'), { by: participant, at: now, state: edit.state, line: edit.line })
      return
    case 'reopenPair':
      pairs.delete(pairKey(edit.pair, 'outcome'))
      return
    case 'nameWall':
      doc.getMap(ROOT.settings).set('title', edit.title)
      return
    case 'sayWhere':
      if (edit.place) doc.getMap(ROOT.settings).set('place', edit.place)
      else doc.getMap(ROOT.settings).delete('place')
      return
    case 'sayWhen':
      if (edit.days) doc.getMap(ROOT.settings).set('days', { ...edit.days })
      else doc.getMap(ROOT.settings).delete('days')
      return
    case 'lockWall':
      doc.getMap(ROOT.settings).set('locked', { by: participant, at: now })
      return
    case 'unlockWall':
      doc.getMap(ROOT.settings).delete('locked')
      return
    case 'publishMeetings': {
      const { startsAt, minutes, rounds } = edit
      const value = { by: participant, at: now, startsAt, minutes, rounds: rounds.map((round) => [...round]) }
      doc.getMap(ROOT.settings).set('meetings', value)
      return
    }
    case 'withdrawMeetings':
      doc.getMap(ROOT.settings).delete('meetings')
      return
    case 'showInRoom':
      doc.getMap(ROOT.settings).set('room', edit.view)
      return
    case 'chooseVocabulary':
      if (edit.vocabulary === undefined) doc.getMap(ROOT.settings).delete('vocabulary')
      else doc.getMap(ROOT.settings).set('vocabulary', edit.vocabulary)
      return
    case 'teachWord':
      doc.getMap(ROOT.words).set(wordKey(edit.language, edit.word), { by: participant, at: now, topics: [...edit.topics] })
      return
    case 'forgetWord':
      doc.getMap(ROOT.words).delete(wordKey(edit.language, edit.word))
      return
    case 'setSection':
      doc.getMap(ROOT.sections).set(edit.id, sectionValue(edit))
      return
    case 'removeSection':
      doc.getMap(ROOT.sections).delete(edit.id)
      return
    case 'showEveryone':
      doc.getMap(ROOT.settings).set('shown', { by: participant, at: now, ...sightValue(edit.sight) })
      return
    case 'stopShowing':
      doc.getMap(ROOT.settings).delete('shown')
      return
    case 'pointLaser':
      doc.getMap(ROOT.settings).set('laser', { by: participant, at: now, client: edit.client })
      return
    case 'stopLaser':
      doc.getMap(ROOT.settings).delete('laser')
      return
    default:
      unreachable(edit)
  }
}

/** Both notes as they read now; a text that is not there is left out. */
function textsOf(pair: PairId, notes: Y.Map<Y.Map<unknown>>): Partial<Record<Side, string>> {
  const ids = notesOfPair(pair)
  const read = (id: NoteId | undefined): string | undefined => {
    const text = id === undefined ? undefined : notes.get(id)?.get('text')
    return text instanceof Y.Text ? quoted(text.toJSON()) : undefined
  }
  const [need, offer] = [read(ids?.need), read(ids?.offer)]
  return { ...(need !== undefined && { need }), ...(offer !== undefined && { offer }) }
}

/** Offsets can be stale when someone else typed meanwhile: they are clamped, and what is typed always lands. */
function splice(text: unknown, { offset, remove, insert }: { offset: number; remove: number; insert: string }): void {
  if (!(text instanceof Y.Text)) return
  const start = Math.min(offset, text.length)
  const count = Math.min(remove, text.length - start)
  if (count > 0) text.delete(start, count)
  if (insert) text.insert(start, insert)
}
