import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actionIn, correctionIn, entryIn } from './entry.ts'

describe('what a line begins with says what it is', () => {
  const check = (line: string, kind: string | null, text = '') =>
    test(line, () => assert.deepEqual(entryIn(line), kind === null ? null : { kind, text }))
  check('Action: Gill to draw up a grid', 'action', 'Gill to draw up a grid')
  check('Action – CAA self assessment to be e-mailed', 'action', 'CAA self assessment to be e-mailed')
  check('action - a short paper', 'action', 'a short paper')
  check('Action : a new column', 'action', 'a new column')
  check('Agreed: the whole £2.6 million', 'decision', 'the whole £2.6 million')
  check('DECISION: to endorse', 'decision', 'to endorse')
  check('Correction: page 4', 'correction', 'page 4')
  check('Conflict of interest: Mark Turner', 'interest', 'Mark Turner')
  check('Actions speak: louder', null)
  check('Structure: what is being done at each level', null)
  check('It was agreed that: nothing', null)
  check('Action:', null)
})

const known = [
  'Gill',
  'Peter Lund',
  'Colin Carr',
  'Jane Price',
  'TK',
  'KM',
  'SLR',
  'CC',
  'JP',
  'LL',
  'RC',
  'JA',
  'DD',
  'Secretariat',
  'Thematic leads',
  'Officers',
  'The Resources Directorate',
]
const dues = [
  'end of June',
  'the next meeting',
  '15 September 2008',
  '30 September 2008',
  'the March meeting',
  'next Friday',
  'Monday 11th May',
  '22 Sept 08',
]
const understands = {
  names: (text: string) => text.split(/,|\/| and /).every(name => known.some(each => each.toLowerCase() === name.trim().toLowerCase())),
  due: (text: string) =>
    dues.includes(
      text
        .replace(/^(?:by|on|at|for|due|before|until) /i, '')
        .replace(/^(?:on|by) /, '')
        .replace(/\.$/, ''),
    ),
}

describe('an action in a line', () => {
  const check = (line: string, owners: string, text: string, due = '') =>
    test(line, () => assert.deepEqual(actionIn(line, understands), { text, owners, due }))
  check('Gill to draw up a grid by end of June', 'Gill', 'Draw up a grid', 'by end of June')
  check(
    'Gill to draw up a grid showing thematic leads and their deputies.',
    'Gill',
    'Draw up a grid showing thematic leads and their deputies.',
  )
  check('Secretariat to amend as required (TK, KM, SLR)', 'Secretariat (TK, KM, SLR)', 'Amend as required')
  check(
    'Secretariat to send out the slides presented by MLH and SB (KM, TK)',
    'Secretariat (KM, TK)',
    'Send out the slides presented by MLH and SB',
  )
  check('LL to convene short term task group', 'LL', 'Convene short term task group')
  check('RC to feed back', 'RC', 'Feed back')
  check('Procurement of performance monitoring software DD', 'DD', 'Procurement of performance monitoring software')
  check('Joining up project software JA', 'JA', 'Joining up project software')
  check(
    'Issues around data collection to be addressed by the Performance Officers Group on 30 September 2008 (CC, JP)',
    'CC, JP',
    'Issues around data collection to be addressed by the Performance Officers Group',
    'on 30 September 2008',
  )
  check('Officers to nominate staff to assist by 15 September 2008.', 'Officers', 'Nominate staff to assist', 'by 15 September 2008')
  check(
    'Compact to be taken to Strategic Partnership Board for endorsement.',
    '',
    'Compact to be taken to Strategic Partnership Board for endorsement.',
  )
  check('Colin Carr and Jane Price to discuss NI 8.', 'Colin Carr and Jane Price', 'Discuss NI 8.')
  check('The Resources Directorate would prepare a paper', '', 'The Resources Directorate would prepare a paper')
  check('a short paper to be prepared for the next meeting', '', 'a short paper to be prepared', 'for the next meeting')
  check('Somebody new to write to chairs', '', 'Somebody new to write to chairs')
  check(
    'Thematic leads to prepare reports and confirm preferred timings – Gill to provide headings',
    'Thematic leads',
    'Prepare reports and confirm preferred timings – Gill to provide headings',
  )
})

describe('a correction in a line', () => {
  const check = (line: string, where: string, was: string, shouldRead: string) =>
    test(line, () => assert.deepEqual(correctionIn(line), { where, was, shouldRead }))
  check(
    'Page 4 – Update on current year spend: should read ‘The current year funding allocation is approximately £50 million’ (rather than £60 million).',
    'Page 4 – Update on current year spend',
    '£60 million',
    'The current year funding allocation is approximately £50 million',
  )
  check('Page 5 – Pump priming: should read ‘if necessary.’', 'Page 5 – Pump priming', '', 'if necessary.')
  test('one that does not say how it should read', () => assert.equal(correctionIn('Page 4 is wrong'), null))
})
