/** What the history calls this module's records and their columns. */
const ofMeeting = { meeting_id: 'meetings.meeting' }
const people = {
  person_id: 'partnership.person',
  seat_id: 'partnership.seat',
  proposer_id: 'partnership.person',
  seconder_id: 'partnership.person',
  presenter_id: 'partnership.person',
  for_person_id: 'partnership.person',
  proposed_by_id: 'partnership.person',
}
const ofItem = { item_id: 'meetings.agenda_item', minute_id: 'meetings.minute' }

export const meetingsWords = [
  {
    subject: 'meetings.practice',
    name: 'How a group meets',
    calledBy: ['group_id'],
    refersTo: { group_id: 'partnership.group' },
    fields: { papers_due: 'Papers due, days before', papers_due_in: 'Counted in', agenda_due: 'Agenda due, days before' },
  },
  {
    subject: 'meetings.meeting',
    name: 'Meeting',
    calledBy: ['group_id', 'on_day'],
    page: 'meetings/:id',
    refersTo: { group_id: 'partnership.group', host_organisation_id: 'partnership.organisation' },
    fields: { on_day: 'Day', day_known: 'How sure the day is', starts_at: 'Starts at', ends_at: 'Ends at', venue: 'Venue', state: 'State' },
  },
  {
    subject: 'meetings.forward_item',
    name: 'Item of a forward plan',
    calledBy: 'title',
    refersTo: { ...ofMeeting, ...people, group_id: 'partnership.group', source_item_id: 'meetings.agenda_item' },
    fields: { title: 'Item', meeting_id: 'Meeting', responsible: 'Responsible' },
  },
  {
    subject: 'meetings.agenda_item',
    name: 'Agenda item',
    calledBy: 'title',
    isPrivate: true,
    refersTo: {
      ...ofMeeting,
      ...people,
      parent_id: 'meetings.agenda_item',
      about_group_id: 'partnership.group',
      forward_item_id: 'meetings.forward_item',
    },
  },
  { subject: 'meetings.attendance', name: 'Attendance', calledBy: ['meeting_id', 'person_id'], refersTo: { ...ofMeeting, ...people } },
  {
    subject: 'meetings.minutes',
    name: 'Minutes',
    calledBy: ['meeting_id'],
    refersTo: { ...ofMeeting, approved_in_id: 'meetings.meeting' },
    fields: { state: 'State' },
  },
  {
    subject: 'meetings.minutes_text',
    name: 'Minutes as they went out',
    calledBy: ['meeting_id'],
    isPrivate: true,
    refersTo: ofMeeting,
  },
  { subject: 'meetings.minute', name: 'Piece of minutes', calledBy: 'kind', isPrivate: true, refersTo: { ...ofMeeting, ...ofItem } },
  {
    subject: 'meetings.decision',
    name: 'Decision',
    calledBy: 'text',
    isPrivate: true,
    refersTo: { ...ofMeeting, ...ofItem, ...people },
  },
  {
    subject: 'meetings.decision_indicator',
    name: 'Indicator of a decision',
    calledBy: ['decision_id', 'indicator_id'],
    refersTo: { decision_id: 'meetings.decision', indicator_id: 'performance.indicator' },
  },
  {
    subject: 'meetings.minute_action',
    name: 'Action in minutes',
    calledBy: ['action_id'],
    refersTo: { ...ofItem, action_id: 'actions.action', due_meeting_id: 'meetings.meeting' },
  },
  {
    subject: 'meetings.correction',
    name: 'Correction of minutes',
    calledBy: ['of_meeting_id'],
    isPrivate: true,
    refersTo: { ...people, of_meeting_id: 'meetings.meeting', agreed_in_id: 'meetings.meeting', of_minute_id: 'meetings.minute' },
  },
  {
    subject: 'meetings.interest',
    name: 'Conflict of interest',
    calledBy: ['person_id'],
    isPrivate: true,
    refersTo: { ...ofMeeting, ...ofItem, ...people },
  },
]
