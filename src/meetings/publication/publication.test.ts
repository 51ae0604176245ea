import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Contents, newsSince, noticeParagraphs, seenBy } from './publication.ts'

const item = (id: number, title: string, isWithheld = false) => ({ id, number: String(id), title, isWithheld })
const paper = (id: number, title: string, version: number, isWithheld = false) => ({ id, title, version, isWithheld })
const told: Contents = {
  when: '6 May 2009, 9:30am to noon',
  venue: 'Brockington',
  items: [item(1, 'Welcome'), item(2, 'Budget'), item(3, 'Award of the contract', true)],
  papers: [paper(1, 'Budget', 1), paper(2, 'Prices', 1, true), paper(3, 'Review', 0), paper(4, 'Parking', 1)],
}

describe('an update says what is new', () => {
  const check = (what: string, more: Partial<Contents>, expected: readonly string[]) =>
    test(what, () => assert.deepEqual(newsSince(told, { ...told, ...more }), expected))
  check('nothing', {}, [])
  check('another day', { when: '13 May 2009' }, ['The meeting is now on 13 May 2009; it was to be on 6 May 2009, 9:30am to noon.'])
  check('another venue', { venue: 'Town Hall' }, ['The venue is now Town Hall.'])
  check('items', { items: [item(1, 'Welcome'), item(3, 'Award of the contract', true), item(4, 'Buses')] }, [
    'New item: Buses.',
    'No longer on the agenda: Budget.',
  ])
  check('papers', { papers: [paper(1, 'Budget', 2), paper(2, 'Prices', 1, true), paper(3, 'Review', 1)] }, [
    'New version of a paper: Budget, version 2.',
    'New paper: Review.',
    'Withdrawn: Parking.',
  ])
})

describe('a notice', () => {
  const about = { message: '', joiningLink: '', isOver: false, link: 'https://thread.example/papers' }
  test('says when, where, what about, and which papers are there or still to come', () => {
    assert.deepEqual(noticeParagraphs(seenBy('open', told), null, about), [
      'When: 6 May 2009, 9:30am to noon\nWhere: Brockington',
      'Agenda:\n1 Welcome\n2 Budget',
      'Papers:\n- Budget\n- Parking',
      'Still to come:\n- Review',
      'Agenda and papers are here:',
      'https://thread.example/papers',
    ])
  })
  test('names what is confidential to those only who may see it', () => {
    assert.doesNotMatch(noticeParagraphs(seenBy('open', told), seenBy('open', told), about).join('\n'), /Prices|Award/)
    assert.match(noticeParagraphs(seenBy('all', told), null, about).join('\n'), /3 Award of the contract.*- Prices/s)
    const before = { ...told, papers: [] }
    assert.doesNotMatch(noticeParagraphs(seenBy('open', told), seenBy('open', before), about).join('\n'), /Prices/)
  })
  test('after the meeting is of papers alone', () => {
    const words = noticeParagraphs(told, null, { ...about, message: 'The slides, as promised.', isOver: true }).join('\n')
    assert.match(words, /^The slides, as promised\.\nPapers:/)
    assert.doesNotMatch(words, /When|Agenda:|Still to come/)
  })
})
