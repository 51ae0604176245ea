import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ask, type Question, type QuestionDraft, type QuestionId, reorder } from './question.ts'

const draft = (more: Partial<QuestionDraft> = {}): QuestionDraft => ({
  kind: 'long',
  text: 'What?',
  hint: '',
  choices: [],
  isRequired: true,
  template: null,
  ...more,
})
const question = (id: number): Question => ({ ...draft({ text: `Question ${id}` }), id: id as QuestionId })

describe('a question', () => {
  test('keeps no choices where nothing is chosen', () => {
    const ruling = ask(draft({ choices: ['One'] }), [])
    assert.deepEqual(ruling.accepted && ruling.value.choices, [])
  })
  const refused = (name: string, more: Partial<QuestionDraft>, words: RegExp) =>
    test(name, () => {
      const ruling = ask(draft(more), [question(1)])
      assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), words)
    })
  refused('has two choices at least', { kind: 'one', choices: ['One'] }, /at least two choices/)
  refused('has no choice twice', { kind: 'several', choices: ['One', 'Two', 'one'] }, /“one” is there twice/)
  refused('reads otherwise than the others', { text: 'question 1' }, /reads the same/)
})

test('questions are put in the order of their places', () => {
  const all = [question(1), question(2), question(3)]
  const places: Readonly<Record<number, string>> = { 1: '3', 2: '2', 3: '1.5' }
  const ruling = reorder(all, id => places[id] ?? '')
  assert.deepEqual(ruling.accepted && ruling.value, [3, 2, 1])
  const bad = reorder(all, () => 'first')
  assert.equal(bad.accepted, false)
})
