/** What the history calls this module's records and their columns. */
const ofIndicator = { indicator_id: 'performance.indicator' }
const tolerance = { tolerance_kind: 'Kind of tolerance' }
const period = { starts_on: 'First day', ends_on: 'Last day' }

export const performanceWords = [
  {
    subject: 'performance.agreement',
    name: 'Agreement',
    calledBy: 'title',
    refersTo: { area_id: 'partnership.area' },
    fields: { first_year: 'First year', last_year: 'Last year', ...tolerance },
  },
  { subject: 'performance.theme', name: 'Theme', calledBy: 'title', refersTo: { agreement_id: 'performance.agreement' } },
  { subject: 'performance.outcome', name: 'Outcome', calledBy: 'title', refersTo: { theme_id: 'performance.theme' } },
  {
    subject: 'performance.indicator',
    name: 'Indicator',
    calledBy: 'title',
    refersTo: { agreement_id: 'performance.agreement', lead_id: 'partnership.organisation' },
    fields: {
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
    refersTo: { ...ofIndicator, outcome_id: 'performance.outcome' },
  },
  { subject: 'performance.contributor', name: 'Contributor', refersTo: { ...ofIndicator, organisation_id: 'partnership.organisation' } },
  { subject: 'performance.series_name', name: 'Name in files', refersTo: ofIndicator, fields: { name: 'Columns' } },
  {
    subject: 'performance.target',
    name: 'Target',
    refersTo: { ...ofIndicator, area_id: 'partnership.area' },
    fields: { low: 'From', high: 'To', ...period },
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
