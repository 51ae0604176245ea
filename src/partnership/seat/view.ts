import { type Day, dayLabel } from '../../kernel/day.ts'
import { seatRoles } from '../../kernel/duty.ts'
import { holdsOn, spanWords } from '../../kernel/span.ts'
import { type Group, listed } from '../group/group.ts'
import { howItEnded, toGroup } from '../group/view.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { type PersonQuestion, type PersonToChoose, questionAbout } from '../person/choice.ts'
import type { Absence } from '../person/person.ts'
import { awayWords, coverWords, stateOf, vacancyWords } from './acting.ts'
import { type Ending, endings, type FilledSeat, type NamedDeputy, type NamedTenure, type Seat, seatName, seatRoleNames } from './seat.ts'

type Fields = Readonly<Record<string, string>>

export type ShownSeat = { readonly seat: FilledSeat; readonly group: Group; readonly absences: readonly Absence[]; readonly today: Day }

export function seatView({ seat, group, absences, today }: ShownSeat) {
  const { holder, cover } = stateOf(seat, absences, today)
  const there = holdsOn(seat, today) && holdsOn(group, today)
  const holderNext = seat.tenures.find(({ isInterim, beginsOn }) => !isInterim && beginsOn !== null && beginsOn > today)
  return {
    title: seatName(seat),
    caption: group.name,
    organisation: seat.organisation ?? 'nobody: whoever sits there is there in their own right',
    days: spanWords(seat, today),
    sentences: there ? sentencesOf({ seat, group, absences, today }) : ['This seat does not exist today.'],
    isVacant: holder === null,
    holderName: holder?.name ?? '',
    leavingHref: holder === null ? '' : `tenures/${holder.id}/leaving`,
    coverEndHref: cover === null ? '' : `tenures/${cover.id}/leaving`,
    coverName: cover?.name ?? '',
    next: holderNext ? `${holderNext.name} takes this seat on ${dayLabel(holderNext.beginsOn ?? today)}.` : '',
    tenures: seat.tenures.toReversed().map(tenure => ({
      name: tenure.name,
      personId: tenure.personId,
      words: tenure.endsOn !== null && tenure.endsOn < today ? howItEnded(tenure) : timeWords(tenure, today),
      editHref: `tenures/${tenure.id}/edit`,
      removalHref: `tenures/${tenure.id}/removal`,
    })),
    deputies: seat.deputies
      .filter(({ endsOn }) => endsOn === null || endsOn >= today)
      .map(deputy => ({ name: deputy.name, personId: deputy.personId, days: spanWords(deputy, today) })),
    formerDeputies: seat.deputies
      .filter(({ endsOn }) => endsOn !== null && endsOn < today)
      .map(deputy => ({ name: deputy.name, personId: deputy.personId, days: spanWords(deputy, today) })),
    seatHref: `seats/${seat.id}`,
    breadcrumbs: toGroup(group),
  }
}

const timeWords = (tenure: NamedTenure, today: Day): string =>
  [tenure.isInterim ? coverWords({ ...tenure, endsOn: null }) : '', spanWords(tenure, today)].filter(each => each !== '').join(', ')

/** Who sits there today, who acts, and since when nobody does. */
function sentencesOf({ seat, group, absences, today }: ShownSeat): string[] {
  const { holder, absence, cover, standIn, isUnattended, deputies, vacancy } = stateOf(seat, absences, today)
  const told: string[] = []
  if (holder)
    told.push(
      `${holder.name} sits here${spaced(spanWords(holder, today))}${absence === null ? '' : `, and is ${awayWords(absence)}${absence.reason === '' ? '' : ` (${absence.reason})`}`}.`,
    )
  else if (vacancy) told.push(`${vacancyWords(vacancy)}${ageWords(vacancy.since, today)}.`)
  else told.push('Nobody holds this seat.')
  if (cover) told.push(`${cover.name} sits here meanwhile, ${coverWords(cover)}.`)
  if (standIn) told.push(`${standIn.name} acts as deputy.`)
  else if (isUnattended)
    told.push(deputies.length === 0 ? 'No deputy is nominated, so nobody acts today.' : 'All deputies are away too, so nobody acts today.')
  else if (group.deputiesAct === 'always' && deputies.length > 0)
    told.push(`${listed(deputies.map(({ name }) => name))} may act at any time as deputy.`)
  return told
}

/** How long a seat has been vacant, in the unit in which people would say it. */
export function ageWords(since: Day | null, today: Day): string {
  if (since === null || since >= today) return ''
  const months =
    (Number(today.slice(0, 4)) - Number(since.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(since.slice(5, 7)) -
    (today.slice(8) < since.slice(8) ? 1 : 0)
  if (months < 1) return ', less than a month'
  return months < 24 ? `, ${months === 1 ? '1 month' : `${months} months`}` : `, ${Math.floor(months / 12)} years`
}

const spaced = (words: string): string => (words === '' ? '' : ` ${words}`)

/** A seat as its form shows it. */
export const fieldsOf = (seat: Seat): Fields => ({
  role: seat.role,
  title: seat.title,
  organisationId: String(seat.organisationId ?? ''),
  beginsOn: typed(seat.beginsOn),
  endsOn: typed(seat.endsOn),
})
export const inWords = (seat: FilledSeat): Readonly<Record<string, readonly [string, string]>> => ({
  role: ['The role', seatRoleNames[seat.role]],
  title: ['What it is for', seat.title],
  organisationId: ['The organisation', seat.organisation ?? ''],
  beginsOn: ['The first day', typed(seat.beginsOn)],
  endsOn: ['The last day', typed(seat.endsOn)],
})

export function seatFormView(seat: FilledSeat, group: Group, organisations: readonly Organisation[], fields: Fields, edition: string) {
  return {
    title: `Change the seat ${seatName(seat)}`,
    caption: group.name,
    action: `seats/${seat.id}/edit`,
    back: `seats/${seat.id}`,
    removalHref: `seats/${seat.id}/removal`,
    edition,
    seatTitle: fields['title'] ?? '',
    beginsOn: fields['beginsOn'] ?? '',
    endsOn: fields['endsOn'] ?? '',
    roles: roleChoices(fields['role']),
    organisations: organisationChoices(organisations, fields['organisationId']),
    breadcrumbs: toSeat(seat, group),
  }
}

export const roleChoices = (chosen: string | undefined, first: string | null = null) => [
  ...(first === null ? [] : [{ value: '', text: first, selected: (chosen ?? '') === '', checked: false }]),
  ...seatRoles.map(value => ({ value, text: seatRoleNames[value], checked: value === chosen, selected: value === chosen })),
]

export const organisationChoices = (organisations: readonly Organisation[], chosen: string | undefined) => [
  { value: '', text: 'None: in their own right', selected: (chosen ?? '') === '' },
  ...organisations.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === chosen })),
]

/** What a form asks about a name once it was sent and nobody, or more than one, was found. */
export function personFieldView(
  typedName: string,
  chosen: string,
  people: readonly PersonToChoose[],
  wasSent: boolean,
  organisation: string | null,
) {
  const question: PersonQuestion = wasSent ? questionAbout(typedName, people) : { kind: 'none' }
  return {
    value: typedName,
    names: [...new Set(people.map(({ name }) => name))],
    which:
      question.kind === 'which'
        ? question.people.map(({ id, name, detail }) => ({
            value: String(id),
            text: detail === '' ? name : `${name}, ${detail}`,
            checked: String(id) === chosen,
          }))
        : [],
    newName: question.kind === 'none' ? '' : question.kind === 'new' ? question.name : typedName.replace(/\s+/g, ' ').trim(),
    at: organisation ?? '',
  }
}

export const tenureFields = ({ beginsOn, endsOn, reason }: NamedTenure): Fields => ({
  beginsOn: typed(beginsOn),
  endsOn: typed(endsOn),
  reason,
})
export const tenureInWords = (tenure: NamedTenure): Readonly<Record<string, readonly [string, string]>> => ({
  beginsOn: ['The first day', typed(tenure.beginsOn)],
  endsOn: ['The last day', typed(tenure.endsOn)],
  reason: ['The reason', tenure.reason],
})

const endingWords: Readonly<Record<Ending, string>> = {
  resigned: 'They resigned',
  'term-ended': 'Their term came to an end',
  left: 'They left their post or the partnership',
  replaced: 'They were replaced',
}
export const endingChoices = (chosen: string | undefined) =>
  endings.map(value => ({ value, text: endingWords[value], checked: value === chosen }))

/** The order and the last days of those who are deputies, as their form shows them. */
export const deputyFields = (deputies: readonly NamedDeputy[]): Fields =>
  Object.fromEntries(
    deputies.flatMap(({ id, beginsOn, endsOn }, at) => [
      [`place-${id}`, String(at + 1)],
      [`beginsOn-${id}`, typed(beginsOn)],
      [`endsOn-${id}`, typed(endsOn)],
    ]),
  )
export const deputiesInWords = (deputies: readonly NamedDeputy[]): Readonly<Record<string, readonly [string, string]>> =>
  Object.fromEntries(
    deputies.flatMap(({ id, name, beginsOn, endsOn }, at): [string, readonly [string, string]][] => [
      [`place-${id}`, [`The place of ${name}`, String(at + 1)]],
      [`beginsOn-${id}`, [`The first day of ${name}`, typed(beginsOn)]],
      [`endsOn-${id}`, [`The last day of ${name}`, typed(endsOn)]],
    ]),
  )

export const toSeat = (seat: FilledSeat, group: Group) => [...toGroup(group), { text: seatName(seat), href: `seats/${seat.id}` }]

const typed = (day: Day | null): string => (day === null ? '' : dayLabel(day))
