/** Where the golden thread of Wexcombe is broken, on purpose, so that whoever looks round sees what that looks like; and nowhere else. */

/** The group that answers for its theme answers for the others of its outcomes only. */
export const answeredForByNobody: readonly string[] = ['A thriving voluntary sector']

/** As the list of gaps has them, by kind. */
export const gapsOfWexcombe: Readonly<Record<string, readonly string[]>> = {
  'off-target-without-action': [
    'NI 130 People who direct their own social care',
    'NI 171 New businesses',
    'NI 4 People who feel that they can influence decisions',
  ],
  'going-while-worsening': ['An alcohol nurse in the emergency department, from Thursday to Sunday'],
  'outcome-without-owner': ['A thriving voluntary sector'],
  'indicator-without-lead': ['NI 188 Ready for a changing climate'],
  'outcome-without-indicator': ['Clean rivers and streams'],
  'group-without-plan': ['Greener Wexcombe Partnership'],
  'plan-outcome-without-action': ['A thriving voluntary sector', 'Homes that people can afford'],
  'decision-without-action': ['Each partner names one person for warm homes this winter'],
  'ambition-unserved': ['A doctor, a bus and broadband within reach of every village'],
  'action-without-indicator': [
    'A conference for everybody who works with children',
    'A festival of communities',
    'Raise awareness of volunteering',
  ],
  'contributor-without-contribution': ['Wexcombe Police', 'Wexcombe Voluntary Sector Assembly'],
  'stopped-while-improving': ['A telephone line for carers at night'],
}
