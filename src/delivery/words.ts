/** What the history calls this module's records and their columns. */
const ofPlan = { plan_id: 'delivery.plan' }
const ofAction = { planned_action_id: 'delivery.planned_action' }
const person = { person_id: 'partnership.person' }

export const deliveryWords = [
  {
    subject: 'delivery.requirement',
    name: 'Plan that is owed',
    calledBy: ['group_id', 'starts_on'],
    refersTo: { group_id: 'partnership.group' },
    fields: { starts_on: 'Year from', ends_on: 'Year to', due_on: 'Due', second_due_on: 'Due at the latest' },
  },
  {
    subject: 'delivery.plan',
    name: 'Delivery plan',
    calledBy: 'title',
    page: 'plans/:id',
    refersTo: { group_id: 'partnership.group', lead_id: 'partnership.person' },
    fields: {
      short_name: 'Short name',
      starts_on: 'Year from',
      ends_on: 'Year to',
      lead_id: 'Who writes it',
      equality: 'Equality considered',
      sustainability: 'Sustainability considered',
      progress_every: 'Progress every',
    },
  },
  {
    subject: 'delivery.step',
    name: 'Step of a plan',
    calledBy: ['plan_id', 'kind'],
    refersTo: { ...ofPlan, ...person, decision_id: 'meetings.decision' },
    fields: { by_name: 'By', on_day: 'On' },
  },
  {
    subject: 'delivery.chaser',
    name: 'Letter about a plan that is owed',
    calledBy: ['requirement_id'],
    isPrivate: true,
    refersTo: { requirement_id: 'delivery.requirement' },
  },
  {
    subject: 'delivery.plan_version',
    name: 'Plan as it was',
    calledBy: ['step_id'],
    isPrivate: true,
    refersTo: { ...ofPlan, step_id: 'delivery.step' },
  },
  {
    subject: 'delivery.plan_outcome',
    name: 'Outcome of a plan',
    calledBy: ['plan_id', 'outcome_id'],
    refersTo: { ...ofPlan, outcome_id: 'performance.outcome' },
  },
  {
    subject: 'delivery.plan_indicator',
    name: 'Indicator of a plan',
    calledBy: ['plan_id', 'indicator_id'],
    refersTo: { ...ofPlan, indicator_id: 'performance.indicator' },
  },
  {
    subject: 'delivery.planned_action',
    name: 'Planned action',
    calledBy: ['action_id'],
    refersTo: { ...ofPlan, action_id: 'actions.action', outcome_id: 'performance.outcome' },
    fields: {
      starts_on: 'Starts',
      ends_on: 'Planned to end',
      measure: 'Measure',
      how: 'How it is to move its indicators',
      is_free: 'Needs no resources',
    },
  },
  {
    subject: 'delivery.action_contributor',
    name: 'Contributor to a planned action',
    calledBy: ['planned_action_id', 'organisation_id'],
    refersTo: { ...ofAction, organisation_id: 'partnership.organisation' },
  },
  {
    subject: 'delivery.milestone',
    name: 'Milestone',
    calledBy: 'text',
    refersTo: ofAction,
    fields: { planned_on: 'Planned', forecast_on: 'Expected', met_on: 'Met' },
  },
  {
    subject: 'delivery.resource',
    name: 'Resource',
    calledBy: ['plan_id', 'organisation_id'],
    refersTo: { ...ofPlan, ...ofAction, organisation_id: 'partnership.organisation' },
    fields: { fte: 'Full-time equivalents', pence: 'Pence' },
  },
  {
    subject: 'delivery.workplan',
    name: 'Workplan for a meeting',
    calledBy: ['group_id', 'meeting_id'],
    refersTo: { group_id: 'partnership.group', meeting_id: 'meetings.meeting' },
    fields: { kept_on: 'Kept as of' },
  },
  {
    subject: 'delivery.workplan_text',
    name: 'Part of a workplan',
    calledBy: ['workplan_id', 'heading'],
    refersTo: { workplan_id: 'delivery.workplan' },
  },
  {
    subject: 'delivery.progress',
    name: 'Progress',
    calledBy: ['planned_action_id', 'starts_on'],
    refersTo: { ...ofAction, ...person },
    fields: {
      starts_on: 'Period from',
      ends_on: 'Period to',
      reason_code: 'Reason',
      next_step: 'Next step',
      forecast_on: 'Expected to end',
      is_unchanged: 'Nothing has changed',
      by_name: 'By',
    },
  },
]
