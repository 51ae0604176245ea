/** What the history calls this module's records and their columns. */
const ofIndicator = { indicator_id: 'performance.indicator' }
const aboutIndicator = { indicator_id: 'Indicator' }
const tolerance = { tolerance_kind: 'Kind of tolerance' }
const period = { starts_on: 'First day', ends_on: 'Last day' }

export const performanceWords = [
  {
    subject: 'performance.agreement',
    name: 'Agreement',
    calledBy: 'title',
    refersTo: { area_id: 'partnership.area' },
    fields: { title: 'Title', area_id: 'Area', first_year: 'First year', last_year: 'Last year', tolerance: 'Tolerance', ...tolerance },
  },
  { subject: 'performance.theme', name: 'Theme', calledBy: 'title', refersTo: { agreement_id: 'performance.agreement' } },
  { subject: 'performance.outcome', name: 'Outcome', calledBy: 'title', refersTo: { theme_id: 'performance.theme' } },
  {
    subject: 'performance.indicator',
    name: 'Indicator',
    calledBy: 'title',
    refersTo: { agreement_id: 'performance.agreement', lead_id: 'partnership.organisation' },
    fields: {
      reference: 'Reference',
      title: 'Title',
      definition: 'Definition',
      agreement_id: 'Agreement',
      lead_id: 'Lead organisation',
      lag_days: 'Days until it is published',
      rate_per: 'Rate per',
      deferred_reason: 'Reason to defer',
      deferred_owner: 'Who answers for the deferral',
      deferred_review_on: 'Looked at again on',
      closed_on: 'Closed on',
      closed_reason: 'Reason to close',
      ...tolerance,
    },
  },
  {
    subject: 'performance.indicator_outcome',
    name: 'Outcome of an indicator',
    calledBy: 'indicator_id',
    refersTo: { ...ofIndicator, outcome_id: 'performance.outcome' },
    fields: aboutIndicator,
  },
  {
    subject: 'performance.contributor',
    name: 'Contributor',
    calledBy: 'indicator_id',
    refersTo: { ...ofIndicator, organisation_id: 'partnership.organisation' },
    fields: aboutIndicator,
  },
  {
    subject: 'performance.series_name',
    name: 'Name in files',
    calledBy: 'indicator_id',
    refersTo: ofIndicator,
    fields: { ...aboutIndicator, name: 'Columns' },
  },
  {
    subject: 'performance.target',
    name: 'Target',
    calledBy: ['indicator_id', 'area_id', 'ends_on'],
    refersTo: { ...ofIndicator, area_id: 'partnership.area' },
    fields: { ...aboutIndicator, area_id: 'Area', kind: 'Kind', ...period, value: 'Value', low: 'From', high: 'To' },
  },
  {
    subject: 'performance.locking',
    name: 'Lock of a period',
    calledBy: ['agreement_id', 'ends_on'],
    refersTo: { agreement_id: 'performance.agreement', locked_by: 'platform.account', unlocked_by: 'platform.account' },
    fields: {
      agreement_id: 'Agreement',
      ...period,
      reason: 'Why it was locked although something was missing',
      locked_at: 'Locked at',
      locked_by_name: 'Locked by',
      unlocked_at: 'Unlocked at',
      unlocked_by_name: 'Unlocked by',
      unlock_reason: 'Why it was unlocked',
    },
  },
  {
    subject: 'performance.data_import',
    name: 'Import',
    calledBy: 'file_name',
    refersTo: { agreement_id: 'performance.agreement' },
    fields: { made_by_name: 'Brought by', made_at: 'Brought at', imported_at: 'Imported at' },
  },
  { subject: 'performance.import_mapping', name: 'Columns of a source' },
]
