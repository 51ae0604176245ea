import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Block, blocksOf, inOneLine } from './prose.ts'

const p = (text: string): Block => ({ kind: 'paragraph', text })
const point = (text: string) => ({ text, under: [] })
const list = (...items: (string | [string, ...string[]])[]): Block => ({
  kind: 'bullets',
  items: items.map(each => (typeof each === 'string' ? point(each) : { text: each[0], under: each.slice(1).map(point) })),
})

describe('what is written in minutes', () => {
  const check = (what: string, prose: string, ...blocks: Block[]) => test(what, () => assert.deepEqual(blocksOf(prose), blocks))
  check('nothing', '')
  check(
    'a line is a paragraph',
    'The forward plan was discussed.\n\nThe Chair thanked leads.\r\nNoted.',
    p('The forward plan was discussed.'),
    p('The Chair thanked leads.'),
    p('Noted.'),
  )
  check(
    'a list in two levels',
    '- The key steps include:\n  - Prioritising the issues\n  - Understanding the implications\n- Feedback is due by 22 September.',
    list(['The key steps include:', 'Prioritising the issues', 'Understanding the implications'], 'Feedback is due by 22 September.'),
  )
  check(
    'as word processors paste it',
    '▪ Issues were raised in:\n➢ Funding\n➢ Communications\n▪ The list needs to be rationalised',
    list(['Issues were raised in:', 'Funding', 'Communications'], 'The list needs to be rationalised'),
  )
  check(
    'two lists with words between',
    '- SPIN had not met\n\nFeedback:\n* HIOWA shared its minutes',
    list('SPIN had not met'),
    p('Feedback:'),
    list('HIOWA shared its minutes'),
  )
  check(
    'a bullet goes on where its next line is indented',
    '- Some felt that the money\n  should be given out\n  - as has been done\n    in the past',
    list(['Some felt that the money should be given out', 'as has been done in the past']),
  )
  check('a second level without a first is a first', '  - Recent inspections', list('Recent inspections'))
  check(
    'numbers, dashes and roman figures stay as they were written',
    '1. DAAT noted that NI 8 is underperforming\niii) Community Engagement\n-5% is no bullet',
    p('1. DAAT noted that NI 8 is underperforming'),
    p('iii) Community Engagement'),
    p('-5% is no bullet'),
  )
  test('in one line', () => assert.equal(inOneLine('Agreed:\n- one\n  - two'), 'Agreed: one two'))
})
