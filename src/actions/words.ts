/** What the history calls this module's records and their columns. */
const ofAction = { action_id: 'actions.action' }
const owners = {
  person_id: 'partnership.person',
  seat_id: 'partnership.seat',
  organisation_id: 'partnership.organisation',
  group_id: 'partnership.group',
}

export const actionsWords = [
  {
    subject: 'actions.action',
    name: 'Action',
    calledBy: ['reference', 'text'],
    isPrivate: true,
    refersTo: { group_id: 'partnership.group' },
    fields: {
      text: 'What is to be done',
      due_on: 'Due',
      due_as_typed: 'Due, as typed',
      owners_as_typed: 'Owners, as typed',
      source_day: 'Agreed on',
      ended_on: 'Ended on',
      carried_as: 'Number in its minutes',
      is_confidential: 'Confidential',
    },
  },
  { subject: 'actions.owner', name: 'Owner of an action', calledBy: ['action_id'], refersTo: { ...ofAction, ...owners } },
  {
    subject: 'actions.due_change',
    name: 'Move of a date',
    calledBy: ['action_id'],
    refersTo: { ...ofAction, person_id: 'partnership.person' },
    fields: { was: 'Was', becomes: 'Becomes', on_day: 'Moved on' },
  },
  {
    subject: 'actions.note',
    name: 'Note on an action',
    calledBy: ['action_id'],
    isPrivate: true,
    refersTo: { ...ofAction, person_id: 'partnership.person' },
    fields: { asked_for: 'Asks for', by_name: 'By' },
  },
  {
    subject: 'actions.evidence',
    name: 'Evidence of an action',
    calledBy: ['action_id', 'title'],
    isPrivate: true,
    refersTo: { ...ofAction, person_id: 'partnership.person' },
  },
  {
    subject: 'actions.indicator',
    name: 'Indicator that an action should move',
    calledBy: ['action_id', 'indicator_id'],
    refersTo: { ...ofAction, indicator_id: 'performance.indicator' },
  },
]
