import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Question, QuestionId, QuestionKind } from '../question/question.ts'
import { counted, inADraft, isLate, readAnswer, saidWords } from './answer.ts'

const ask = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  id: 1 as QuestionId,
  kind,
  text: 'What?',
  hint: '',
  choices: kind === 'one' || kind === 'several' ? ['Funding', 'Data'] : [],
  isRequired: true,
  template: null,
  ...more,
})
const typing =
  (...values: string[]) =>
  (field: string) =>
    field === 'question-1' ? values : []

describe('what is typed is understood', () => {
  const reads = (kind: QuestionKind, typed: string[], said: string[], words: string) =>
    test(`${kind}: ${typed.join(' and ')}`, () => {
      const read = readAnswer([ask(kind)], typing(...typed))
      assert.deepEqual(read.problems, [])
      assert.deepEqual(read.said.get(1), said)
      assert.equal(saidWords(ask(kind), said), words)
    })
  reads('short', [' two   words '], ['two words'], 'two words')
  reads('long', ['one\r\ntwo'], ['one\ntwo'], 'one\ntwo')
  reads('yes-no', ['Yes'], ['Yes'], 'Yes')
  reads('one', ['Data'], ['Data'], 'Data')
  reads('several', ['Data', 'Funding', 'Data'], ['Data', 'Funding'], 'Data; Funding')
  reads('number', ['1,250.50'], ['1250.50'], '1250.50')
  reads('date', ['22/9/08'], ['2008-09-22'], '22 September 2008')
  reads('sign-off', ['agree'], ['agree'], 'Agrees')
  reads('names', ['Jo  Bell\r\n\r\nAli Shah, NAVO\r\nJo Bell'], ['Jo Bell', 'Ali Shah, NAVO'], 'Jo Bell\nAli Shah, NAVO')
})

describe('what cannot be kept is said', () => {
  const refuses = (kind: QuestionKind, typed: string, words: RegExp) =>
    test(`${kind}: ${typed || 'nothing'}`, () => {
      const [problem] = readAnswer([ask(kind)], typing(typed)).problems
      assert.match(problem?.text ?? '', words)
    })
  refuses('number', 'about ten', /Enter a number, like 1,250 or 3.5: What\?/)
  refuses('date', '31 February 2009', /Enter a date, like 6 May 2009/)
  refuses('one', 'Weather', /Select one of those that are offered/)
  refuses('several', 'Weather', /Select from those that are offered/)
  refuses('yes-no', 'Perhaps', /Select yes or no/)
  refuses('sign-off', '', /Select whether you agree/)
  refuses('names', ' \n ', /Enter at least one name/)

  test('whoever does not agree says why', () => {
    const fields = (field: string) => (field === 'question-1' ? ['disagree'] : [])
    assert.deepEqual(readAnswer([ask('sign-off')], fields).problems, [
      { field: 'question-1-reason', text: 'Say why you do not agree: What?' },
    ])
  })

  test('what is only missing may be missing in a draft', () => {
    assert.deepEqual(inADraft([ask('number')], typing('')), [])
    assert.equal(inADraft([ask('number')], typing('about ten')).length, 1)
  })
})

test('an answer is late when it was first sent after the date', () => {
  const dueOn = day('2008-09-22')
  assert.equal(isLate({ sentOn: day('2008-09-22') }, dueOn), false)
  assert.equal(isLate({ sentOn: day('2008-09-23') }, dueOn), true)
  assert.equal(isLate({ sentOn: null }, dueOn), false)
})

test('choices are counted, and a reason is no choice', () => {
  const said = (...values: string[]) => new Map([[1, values]])
  const choices = counted(ask('several'), [said('Funding', 'Data'), said('Data'), new Map()])
  assert.deepEqual(choices, [
    { choice: 'Funding', count: 1 },
    { choice: 'Data', count: 2 },
  ])
  assert.deepEqual(counted(ask('sign-off'), [said('disagree', 'agree'), said('agree')]), [
    { choice: 'Agrees', count: 1 },
    { choice: 'Does not agree', count: 1 },
  ])
})
