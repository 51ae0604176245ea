/** What the performance group asked its leads after its last meeting, with what came back so far, and the workshop that it held there. */
import { addDays, type Day } from '../kernel/day.ts'

const issues = [
  'Districts and the county count differently',
  'Figures arrive after the meeting they are for',
  'Nobody owns the indicators that two themes share',
  'Neighbourhood data costs more than we have',
  'Reports say what was done, not what changed',
  'Leads hear of an exception from the scorecard first',
  'The public never sees any of this',
  'One analyst for eight themes',
] as const
const [differently, late, owner, neighbourhood, changed, first, hidden, analyst] = issues

export const workshopOfWexcombe = {
  title: 'What keeps us from using our own figures',
  prompt: 'Say what stands in the way, one thing on each line. What would have to be different in a year?',
  votesEach: 5,
  headings: [
    {
      title: 'Data',
      implication: 'A common definition for each shared indicator, agreed before the new year.',
      points: [differently, late, neighbourhood],
    },
    { title: 'Who answers', implication: 'Every indicator has one lead, named on the scorecard.', points: [owner, first] },
    { title: 'Telling the story', implication: '', points: [changed, hidden] },
    { title: 'People', implication: 'The executive is asked to share analysts between partners.', points: [analyst] },
  ],
  votes: [
    { by: 'Farah Malik', given: { [owner]: 3, [changed]: 2 } },
    { by: 'Yvonne Blake', given: { [analyst]: 3, [late]: 2 } },
    { by: 'Priya Raman', given: { [owner]: 2, [late]: 2, [analyst]: 1 } },
    { by: 'Daniel Thorne', given: { [differently]: 3, [owner]: 2 } },
    { by: 'Martin Hale', given: { [late]: 3, [hidden]: 2 } },
  ],
}

/** Sent the week after the last meeting, so that what is due falls shortly after today. */
export const requestOfWexcombe = (last: Day, today: Day) => {
  const sentOn = addDays(last, 5) < today ? addDays(last, 5) : today
  const soon = (days: number): Day => (addDays(sentOn, days) < today ? addDays(sentOn, days) : today)
  return {
    title: 'Implications of the issues raised at the workshop',
    why: 'The group agreed to ask each lead what follows for their theme, so that the executive can be told which of the issues to take up first.',
    sentOn,
    dueOn: addDays(today, 9),
    questions: [
      { kind: 'long', text: 'What follows for your theme?', hint: 'Two or three sentences are enough' },
      { kind: 'one', text: 'Which issue should be taken up first?', choices: ['Data', 'Who answers', 'Telling the story', 'People'] },
      { kind: 'yes-no', text: 'Can you lend an analyst for two days a month?' },
      { kind: 'date', text: 'From when?', hint: '', isRequired: false },
    ] as const,
    asked: ['Yvonne Blake', 'Priya Raman', 'Daniel Thorne', 'Martin Hale', 'Catherine Yeo', 'Shazia Begum', 'Peter Lingard'],
    answers: [
      {
        by: 'Priya Raman',
        onDay: soon(3),
        said: [
          [
            'Carers’ assessments are counted by three bodies in three ways. Until there is one definition we report a range, and nobody acts on a range.',
          ],
          ['Data'],
          ['Yes'],
          [addDays(today, 30)],
        ],
      },
      {
        by: 'Daniel Thorne',
        onDay: soon(6),
        said: [
          [
            'Fly-tipping has two owners and so none. We propose that the districts lead and the county contributes, and would like that minuted.',
          ],
          ['Who answers'],
          ['No'],
        ],
      },
      {
        by: 'Martin Hale',
        onDay: soon(8),
        said: [
          [
            'Little for the survey itself. The annual report should say what changed rather than what was done, and we will offer a form for that.',
          ],
          ['Telling the story'],
          ['Yes'],
          [addDays(today, 14)],
        ],
      },
    ],
  }
}
