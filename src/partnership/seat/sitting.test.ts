import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Span } from '../../kernel/span.ts'
import { arrange } from './arranging.ts'
import { exampleDeputy, exampleSeat, exampleTenure, people, type Someone } from './example.ts'
import { correct, cover, deputise, leave, placeSeat, take } from './sitting.ts'

const today = day('2026-11-22')
const span = (from: string | null, to: string | null = null): Span => ({
  beginsOn: from === null ? null : day(from),
  endsOn: to === null ? null : day(to),
})
const who = (name: Someone) => ({ id: people[name] as never, name })
const always = span(null)
const group = { ...always, name: 'Management Group' }
const amina = exampleTenure('Amina Siddiqui', ['2025-04-01', null])
const held = exampleSeat({ tenures: [amina] })
const said = (ruling: Ruling<unknown>): string => (ruling.accepted ? 'accepted' : ruling.problems.map(({ text }) => text).join('. '))

const refused = (name: string, ruling: Ruling<unknown>, words: RegExp) => test(name, () => assert.match(said(ruling), words))
const accepted = (name: string, ruling: Ruling<unknown>) => test(name, () => assert.equal(said(ruling), 'accepted'))

describe('a seat is taken', () => {
  accepted('where nobody sits', take(who('Ruth Calder'), span('2026-05-06'), exampleSeat(), always, today))
  accepted(
    'by somebody who sits elsewhere too, or here before',
    take(
      who('Amina Siddiqui'),
      span('2026-05-06'),
      exampleSeat({ tenures: [exampleTenure('Amina Siddiqui', ['2020-01-01', '2021-01-01'])] }),
      always,
      today,
    ),
  )
  test('from whoever holds it, whose last day is the day before', () => {
    const ruling = take(who('Ruth Calder'), span('2026-05-06'), held, always, today)
    assert.deepEqual(ruling.accepted && ruling.value.replaced, { tenure: amina, lastDay: day('2026-05-05') })
  })
  refused('not from oneself', take(who('Amina Siddiqui'), span('2026-05-06'), held, always, today), /Amina Siddiqui sits there already/)
  refused(
    'not from before the holder came',
    take(who('Ruth Calder'), span('2025-04-01'), held, always, today),
    /Amina Siddiqui sits on this seat since 1 April 2025/,
  )
  refused(
    'not while somebody else holds it to a day',
    take(
      who('Ruth Calder'),
      span('2026-05-06'),
      exampleSeat({ tenures: [exampleTenure('Tom Okafor', ['2026-01-01', '2026-12-31'])] }),
      always,
      today,
    ),
    /Tom Okafor sits on this seat from 1 January 2026 to 31 December 2026/,
  )
  refused(
    'not over somebody who is to come',
    take(
      who('Ruth Calder'),
      span('2026-05-06'),
      exampleSeat({ tenures: [exampleTenure('Tom Okafor', ['2027-01-01', null])] }),
      always,
      today,
    ),
    /Tom Okafor sits on this seat from 1 January 2027/,
  )
  accepted(
    'until somebody who is to come',
    take(
      who('Ruth Calder'),
      span('2026-05-06', '2026-12-31'),
      exampleSeat({ tenures: [exampleTenure('Tom Okafor', ['2027-01-01', null])] }),
      always,
      today,
    ),
  )
  accepted(
    'while somebody covers',
    take(
      who('Ruth Calder'),
      span('2026-05-06'),
      exampleSeat({ tenures: [exampleTenure('Tom Okafor', ['2026-01-01', null], { isInterim: true })] }),
      always,
      today,
    ),
  )
  refused(
    'not after the seat has ended',
    take(who('Ruth Calder'), span('2026-05-06'), exampleSeat(span(null, '2026-05-05')), always, today),
    /The seat has its last day on 5 May 2026/,
  )
  refused(
    'not before the group has begun',
    take(who('Ruth Calder'), span('2026-05-06'), exampleSeat(), span('2026-06-01'), today),
    /The group has its first day on 1 June 2026/,
  )
  refused(
    'not with an end before the beginning',
    take(who('Ruth Calder'), span('2026-05-06', '2026-05-05'), exampleSeat(), always, today),
    /The last day is before the first, 6 May 2026/,
  )
})

describe('a seat is covered', () => {
  const draft = (from: string, to: string) => ({ ...span(from, to), reason: 'maternity leave' })
  accepted('beside its holder', cover(who('Ruth Calder'), draft('2026-05-04', '2027-05-03'), held, always, today))
  refused(
    'not by the holder',
    cover(who('Amina Siddiqui'), draft('2026-05-04', '2027-05-03'), held, always, today),
    /Amina Siddiqui holds this seat since 1 April 2025 and cannot cover it/,
  )
  refused(
    'not by two at once',
    cover(
      who('Ruth Calder'),
      draft('2026-05-04', '2027-05-03'),
      exampleSeat({ tenures: [exampleTenure('Tom Okafor', ['2026-01-01', '2026-05-04'], { isInterim: true })] }),
      always,
      today,
    ),
    /Tom Okafor covers this seat from 1 January 2026 to 4 May 2026/,
  )
})

describe('whoever leaves', () => {
  test('has the day on which the resignation was noted as the last (rules E9)', () =>
    assert.deepEqual(leave({ on: day('2026-05-06'), by: 'resigned' }, amina), {
      accepted: true,
      value: { endsOn: day('2026-05-06'), endedBy: 'resigned' },
    }))
  refused('cannot leave before they came', leave({ on: day('2025-03-31'), by: 'resigned' }, amina), /sits there from 1 April 2025/)
  refused(
    'cannot leave later than they do already',
    leave({ on: day('2026-05-06'), by: 'left' }, exampleTenure('Amina Siddiqui', [null, '2026-05-05'])),
    /ends on 5 May 2026 already/,
  )
})

describe('days are corrected', () => {
  const ruth = exampleTenure('Ruth Calder', ['2020-01-01', '2025-03-31'], { endedBy: 'replaced' })
  const both = exampleSeat({ tenures: [ruth, amina] })
  accepted('within what is free', correct({ ...span('2019-01-01', '2025-03-30'), reason: '' }, ruth, both, always, today))
  refused(
    'not into the time of another',
    correct({ ...span('2020-01-01', '2025-04-01'), reason: '' }, ruth, both, always, today),
    /Amina Siddiqui sits on this seat since 1 April 2025/,
  )
  test('and who has no last day has not been replaced', () => {
    const ruling = correct({ ...span('2020-01-01'), reason: '' }, ruth, exampleSeat({ tenures: [ruth] }), always, today)
    assert.equal(ruling.accepted && ruling.value.endedBy, null)
  })
})

describe('a deputy is named', () => {
  accepted('who is not the holder', deputise(who('Ruth Calder'), always, held, always))
  refused(
    'never the holder',
    deputise(who('Amina Siddiqui'), always, held, always),
    /Amina Siddiqui sits on this seat and cannot be their own deputy/,
  )
  accepted(
    'even one who held the seat before',
    deputise(
      who('Amina Siddiqui'),
      span('2026-05-06'),
      exampleSeat({ tenures: [exampleTenure('Amina Siddiqui', [null, '2026-05-05'])] }),
      always,
    ),
  )
  refused(
    'once',
    deputise(who('Ruth Calder'), always, exampleSeat({ deputies: [exampleDeputy('Ruth Calder', 1)] }), always),
    /is a deputy here already/,
  )
})

describe('deputies are arranged', () => {
  const [ruth, tom] = [exampleDeputy('Ruth Calder', 1), exampleDeputy('Tom Okafor', 2)]
  const seat = exampleSeat({ tenures: [amina], deputies: [ruth, tom] })
  const typed = (fields: Record<string, string>) => (field: string) => fields[field] ?? ''
  test('by the numbers that were typed', () => {
    const ruling = arrange(
      seat,
      [ruth, tom],
      always,
      typed({ [`place-${ruth.id}`]: '2.5', [`place-${tom.id}`]: '2', [`endsOn-${tom.id}`]: '6 May 2027' }),
    )
    assert.deepEqual(ruling.accepted && ruling.value.map(({ id, place, endsOn }) => [id, place, endsOn]), [
      [tom.id, 1, day('2027-05-06')],
      [ruth.id, 2, null],
    ])
  })
  refused(
    'not by words',
    arrange(seat, [ruth], always, typed({ [`place-${ruth.id}`]: 'first' })),
    /Enter the place of Ruth Calder as a number/,
  )
  refused(
    'not with what is no date',
    arrange(seat, [ruth], always, typed({ [`place-${ruth.id}`]: '1', [`endsOn-${ruth.id}`]: 'soon' })),
    /Ruth Calder: this is not a date/,
  )
})

describe('the days of a seat', () => {
  const draft = (from: string | null, to: string | null) => ({ role: 'lead' as const, title: '', organisationId: null, ...span(from, to) })
  accepted('lie around those of whoever sits there', placeSeat(draft('2025-04-01', null), group, held))
  refused('not behind their first', placeSeat(draft('2025-04-02', null), group, held), /Amina Siddiqui is there from 1 April 2025/)
  refused('nor before their last', placeSeat(draft(null, '2025-03-31'), group, held), /Amina Siddiqui is there from 1 April 2025/)
  refused(
    'and within those of the group',
    placeSeat(draft(null, '2027-01-01'), { ...group, endsOn: day('2026-12-31') }, null),
    /The group Management Group has its last day on 31 December 2026/,
  )
})
