import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { readLines } from './lines.ts'

const meetings = [
  { id: 1 as MeetingId, onDay: day('2009-03-27') },
  { id: 2 as MeetingId, onDay: day('2009-04-20') },
]
const none = { meetingId: null, isStanding: false }
const read = (typed: string) => {
  const ruling = readLines(typed, meetings, none)
  assert.ok(ruling.accepted, JSON.stringify(ruling))
  return ruling.value.map(({ title, detail, responsible, meetingId, isStanding }) => [
    isStanding ? 'standing' : meetingId,
    title,
    responsible,
    ...(detail === '' ? [] : [detail]),
  ])
}
const refused = (typed: string) => {
  const ruling = readLines(typed, meetings, none)
  return ruling.accepted ? '' : ruling.problems.map(({ text }) => text).join('; ')
}

describe('several items of a forward plan', () => {
  test('are a line each, with who is responsible after a bar or a tab', () =>
    assert.deepEqual(read('Place survey results – impact on outcomes | Duncan Wood/ Kay Asher\n\nManagers’ conference\tTbc\nToolkit'), [
      [null, 'Place survey results – impact on outcomes', 'Duncan Wood/ Kay Asher'],
      [null, 'Managers’ conference', 'Tbc'],
      [null, 'Toolkit', ''],
    ]))

  test('have their points under them', () =>
    assert.deepEqual(read('Progress updates, to include: | Thematic leads\n• agreed updates\n  - barriers to delivery\nNext'), [
      [null, 'Progress updates, to include:', 'Thematic leads', 'agreed updates\nbarriers to delivery'],
      [null, 'Next', ''],
    ]))

  test('come as the table of a paper has them', () =>
    assert.deepEqual(
      read(
        [
          'Standing items:\tProgress updates\tThematic leads',
          '27 March 2009\tPlace survey results\tDuncan Wood',
          '\tToolkit – next steps\tGwen Owens',
          '20 April 2009\tAnnual reports x 3\tThematic leads',
          '20 April 2009\t\t',
          'To be allocated:\tReview of carer’s target\t',
        ].join('\n'),
      ),
      [
        ['standing', 'Progress updates', 'Thematic leads'],
        [1, 'Place survey results', 'Duncan Wood'],
        [1, 'Toolkit – next steps', 'Gwen Owens'],
        [2, 'Annual reports x 3', 'Thematic leads'],
        [null, 'Review of carer’s target', ''],
      ],
    ))

  test('are refused where there is no such meeting, and where nothing is written', () => {
    assert.match(refused('18 May 2009 | Annual reports | Thematic leads'), /There is no meeting of this group on 18 May 2009/)
    assert.match(refused('Soon | Annual reports | Thematic leads'), /“Soon” is not the day of a meeting/)
    assert.match(refused(' \n '), /Enter at least one item/)
    assert.match(refused('x'.repeat(301)), /too long/)
  })
})
