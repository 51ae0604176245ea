import { timeLabel } from '../meeting/meeting.ts'
import { type MinutesForm, minutesForms, type Practice } from './practice.ts'

const formNames: Readonly<Record<MinutesForm, string>> = {
  prose: 'Prose under headings, with actions where they fall',
  table: 'A table: number, item, action',
}
const countedNames = { working: 'Working days', calendar: 'Calendar days' } as const
const confirmsNames = { no: 'No: an action is closed when its owner says what came of it', yes: 'Yes: at its next meeting' } as const

export const fieldsOf = (practice: Practice) => ({
  papersDue: String(practice.papersDue),
  papersDueIn: practice.papersDueIn,
  agendaDue: String(practice.agendaDue),
  usualStartsAt: practice.usualStartsAt === null ? '' : timeLabel(practice.usualStartsAt),
  usualEndsAt: practice.usualEndsAt === null ? '' : timeLabel(practice.usualEndsAt),
  usualVenue: practice.usualVenue,
  minutesForm: practice.minutesForm,
  confirmsClosings: practice.confirmsClosings ? ('yes' as const) : ('no' as const),
})

export function inWords(practice: Practice) {
  const fields = fieldsOf(practice)
  return {
    papersDue: ['When papers are due', `${fields.papersDue} days before`],
    papersDueIn: ['What is counted', countedNames[practice.papersDueIn]],
    agendaDue: ['When the agenda goes out', `${fields.agendaDue} days before`],
    usualStartsAt: ['The usual start', fields.usualStartsAt],
    usualEndsAt: ['The usual end', fields.usualEndsAt],
    usualVenue: ['The usual venue', fields.usualVenue],
    minutesForm: ['What minutes look like', formNames[practice.minutesForm]],
    confirmsClosings: ['Whether the group confirms', confirmsNames[fields.confirmsClosings]],
  } as const
}

export function practiceView(
  group: { readonly id: number; readonly name: string },
  fields: Readonly<Record<string, string>>,
  edition: string,
) {
  const chosen = <Value extends string>(field: string, names: Readonly<Record<Value, string>>, values: readonly Value[]) =>
    values.map(value => ({ value, text: names[value], checked: fields[field] === value }))
  return {
    title: `How ${group.name} meets`,
    action: `groups/${group.id}/practice`,
    back: `groups/${group.id}`,
    edition,
    fields,
    counted: chosen('papersDueIn', countedNames, ['working', 'calendar']),
    minutesForms: chosen('minutesForm', formNames, minutesForms),
    confirms: chosen('confirmsClosings', confirmsNames, ['no', 'yes']),
    breadcrumbs: [
      { text: 'Groups', href: 'groups' },
      { text: group.name, href: `groups/${group.id}` },
    ],
  }
}
