// Lines as the five papers have them, of people who are others: what becomes of each once its writer has gone on.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { otherDay } from './form.ts'
import type { PieceKind } from './minute.ts'
import { actionOf, type Context, settled, understand } from './understanding.ts'

const at = (meetingDay: string, ...later: string[]): Context => ({
  meetingDay: day(meetingDay),
  later: later.map((onDay, number) => ({ id: (number + 1) as MeetingId, onDay: day(onDay) })),
  otherwise: otherDay,
  previousId: 9 as MeetingId,
  indicators: () => ({ known: [], unknown: [] }),
  table: {
    groupId: 1 as GroupId,
    people: [
      'Tamsin Kerr',
      'Karen Moss',
      'Susan Lee-Rowe',
      'Lena Lark',
      'Colin Carr',
      'Jane Price',
      'Joe Painter',
      'Gill Barnes',
      'Peter Lund',
      'Jacky Aspen',
      'Simon Stone',
      'Kate Dale',
    ].map((name, number) => ({ id: (number + 1) as PersonId, name, isHere: true })),
    seats: [
      { id: 1 as SeatId, role: 'secretariat', title: '', holder: 'Tamsin Kerr' },
      { id: 2 as SeatId, role: 'lead', title: 'Safer communities', holder: 'Jane Price' },
      { id: 3 as SeatId, role: 'lead', title: 'Older people', holder: null },
    ],
    groups: [
      { id: 1 as GroupId, name: 'Management Group', shortName: 'PMG' },
      { id: 2 as GroupId, name: 'LSP working group', shortName: 'LSPWG' },
    ],
    organisations: [{ id: 1 as OrganisationId, name: 'Sports Wexcombe' }],
  },
})

describe('a line of minutes', () => {
  /** Who owns it, and by when, as one reads it below the piece. */
  const check = (on: Context, line: string, text: string, ...said: string[]) =>
    test(line, () => {
      const piece = settled({ kind: 'discussion' as PieceKind, text: line, typed: {} }, on)
      const { says, asks } = understand(piece, on)
      assert.equal(piece.kind, 'action')
      assert.deepEqual([piece.text, ...says.map(each => each.text), ...asks.map(({ typed }) => `Which ${typed}?`)], [text, ...said])
    })

  const february = at('2009-02-20', '2009-03-27', '2009-04-20', '2009-05-18')
  check(
    february,
    'Action: Gill to draw up a grid showing thematic leads and their deputies.',
    'Draw up a grid showing thematic leads and their deputies.',
    'Gill Barnes',
  )
  check(
    february,
    'Action: Thematic leads to prepare Annual Review reports at either the April or May meetings',
    'Prepare Annual Review reports',
    'Safer communities (Jane Price), Older people (vacant)',
    'Mon 18 May 2009, with the meeting',
  )
  check(
    february,
    'Action: Peter to bring a report for the March meeting',
    'Bring a report',
    'Peter Lund',
    'Fri 27 March 2009, with the meeting',
  )

  const september = at('2008-09-04', '2008-10-09')
  check(
    september,
    'Action: Secretariat to amend as required (TK, KM, SLR)',
    'Amend as required',
    'Secretariat (Tamsin Kerr), Tamsin Kerr, Karen Moss, Susan Lee-Rowe',
  )
  check(
    september,
    'Action: Issues to be addressed by the Performance Officers on 30 September 2008 (CC, JP)',
    'Issues to be addressed by the Performance Officers',
    'Colin Carr',
    'Tue 30 September 2008',
    'Which JP?',
  )
  check(
    september,
    'Action: Officers to nominate staff by 15 September 2008.',
    'Nominate staff',
    'Management Group',
    'Mon 15 September 2008',
  )
  check(september, 'Action: LL to convene a short term task group.', 'Convene a short term task group.', 'Lena Lark')
  check(september, 'Action: Simon Stone (Sports Wexcombe) and Kate Dale (DAAT) to discuss NI 8.', 'Discuss NI 8.', 'Simon Stone, Kate Dale')

  check(at('2005-09-23', '2006-01-20'), 'Action: Joining up project software JA', 'Joining up project software', 'Jacky Aspen')
  check(at('2010-01-22'), 'Action: LSP working group to produce a visual diagram', 'Produce a visual diagram', 'LSP working group')
  check(
    at('2009-05-06', '2009-06-22'),
    'Action – a short paper to be prepared for the next meeting',
    'a short paper to be prepared',
    'Mon 22 June 2009, with the meeting',
  )

  test('what names nobody and no day stays as it was written', () => {
    const line = 'Action: the draft leaflet to be sent around to members of the group for input and comment.'
    assert.equal(
      settled({ kind: 'discussion', text: line, typed: {} }, february).text,
      'the draft leaflet to be sent around to members of the group for input and comment.',
    )
  })
  test('who is not known and what is no day are said, and kept', () => {
    const piece = { kind: 'action' as const, text: 'Write', typed: { owners: 'Zed', due: 'when it is ready' } }
    const { says, owners, dueOn } = actionOf(piece, february)
    assert.deepEqual([owners, dueOn, says.every(({ isDoubt }) => isDoubt)], [[], null, true])
  })
  test('discussion is left alone', () => {
    const piece = { kind: 'discussion' as const, text: 'Mark said that plans be required by the end of June.', typed: {} }
    assert.deepEqual(settled(piece, february), piece)
  })
})
