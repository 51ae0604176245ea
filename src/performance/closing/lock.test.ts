import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleReporter } from './example.ts'
import { type Lock, whileUnlocked } from './lock.ts'
import { mayReportOn } from './reporter.ts'

const lock = (code: string): Lock => ({
  ...examplePeriod(code),
  lockedAt: Temporal.Instant.from('2009-08-06T09:00:00Z'),
  lockedByName: 'Amina Siddiqui',
})

describe('what may be written while Q1 2009-10 is locked', () => {
  const check = (what: string, code: string, isOpen: boolean) =>
    test(`${what}: ${isOpen ? 'is' : 'is not'}`, () =>
      assert.equal(whileUnlocked([lock('2008-09-Q2'), lock('2009-10-Q1')], examplePeriod(code)).accepted, isOpen))

  check('the quarter itself', '2009-10-Q1', false)
  check('a month of it', '2009-M04', false)
  check('its last month', '2009-M06', false)
  check('twelve months that end with it', '2008-07-01--2009-06-30', false)
  check('the quarter before', '2008-09-Q4', true)
  check('the quarter after', '2009-10-Q2', true)
  check('the year that it begins', '2009-10', true)
  check('a quarter that another lock is on', '2008-09-Q2', false)
})

test('the refusal says what is locked, since when, by whom and what can be done', () => {
  const ruling = whileUnlocked([lock('2009-10-Q1')], { endsOn: day('2009-06-30') }, 'period')
  assert.deepEqual(ruling.accepted ? [] : ruling.problems, [
    {
      field: 'period',
      text: 'Q1 2009-10 was locked on 6 August 2009 by Amina Siddiqui, so nothing of it can be changed. A performance officer can unlock it, and says why',
    },
  ])
})

describe('who may report an indicator that the police lead and the council contributes to', () => {
  const [police, council, fire] = ['1', '2', '3'].map(text => idOf<'organisation'>(text) ?? assert.fail())
  const check = (who: string, reportsFor: 'everybody' | readonly OrganisationId[], may: boolean) =>
    test(`${who}: ${may ? 'may' : 'may not'}`, () =>
      assert.equal(
        mayReportOn(exampleReporter(reportsFor), { ...nobodyAnswers, leadId: police ?? null, contributorIds: council ? [council] : [] }),
        may,
      ))
  assert.ok(police && council && fire)

  check('a performance officer', 'everybody', true)
  check('who reports for the police', [police], true)
  check('who reports for the council', [council], true)
  check('who reports for the fire service and the council', [fire, council], true)
  check('who reports for the fire service', [fire], false)
  check('who reports for nobody yet', [], false)
})
