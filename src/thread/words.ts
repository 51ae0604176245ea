/** What the history calls this module's records and their columns. */
export const threadWords = [
  { subject: 'thread.vision', name: 'Vision', calledBy: 'title' },
  {
    subject: 'thread.ambition',
    name: 'Ambition',
    calledBy: 'title',
    refersTo: { vision_id: 'thread.vision', parent_id: 'thread.ambition' },
    fields: { parent_id: 'Within' },
  },
  {
    subject: 'thread.service',
    name: 'What serves an ambition',
    calledBy: ['ambition_id', 'theme_id', 'outcome_id'],
    refersTo: { ambition_id: 'thread.ambition', theme_id: 'performance.theme', outcome_id: 'performance.outcome' },
  },
  {
    subject: 'thread.strategy',
    name: 'Strategy',
    calledBy: 'title',
    refersTo: { organisation_id: 'partnership.organisation', group_id: 'partnership.group' },
    fields: { on_day: 'Adopted', review_on: 'To be reviewed', owner: 'Owner, in words' },
  },
  {
    subject: 'thread.set_aside',
    name: 'Offer that was set aside',
    calledBy: ['action_id', 'indicator_id'],
    refersTo: { action_id: 'actions.action', indicator_id: 'performance.indicator' },
    fields: { by_name: 'By', on_day: 'On' },
  },
  { subject: 'thread.own_link', name: 'Link of the thread', calledBy: ['sentence'], fields: { by_name: 'By', on_day: 'Added on' } },
]
