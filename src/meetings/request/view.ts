import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Sitter } from '../../partnership/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { meetingName } from '../meeting/meeting.ts'
import { beginningNames, beginnings, type Question, questionKindNames } from '../question/question.ts'
import {
  type Asked,
  askedName,
  type Extension,
  hasAnswered,
  inOrderOfNeed,
  inTwo,
  isOpenTo,
  type Mine,
  type Named,
  type Request,
  type RequestInList,
  requestStateNames,
  type SeenBy,
  seerNames,
  seers,
  standingWords,
} from './request.ts'

export const toRequests = [{ text: 'Requests', href: 'requests' }]
export const toRequest = ({ id, title }: Pick<Request, 'id' | 'title'>) => [...toRequests, { text: title, href: `requests/${id}` }]

export function requestsView(kept: readonly RequestInList[], mine: readonly Mine[], today: Day, mayMake: boolean) {
  const [open, over] = [mine.filter(({ state }) => state === 'sent'), mine.filter(({ state }) => state === 'closed')]
  const row = (each: RequestInList) => ({
    title: each.title,
    href: `requests/${each.id}`,
    group: each.group,
    due: dayLabel(each.dueOn),
    isOverdue: each.state === 'sent' && each.dueOn < today && each.answered < each.asked,
    answered: each.state === 'draft' ? 'not sent' : `${each.answered} of ${each.asked}`,
    state: requestStateNames[each.state],
  })
  return {
    title: 'Requests',
    mayMake,
    mine: open.map(each => mineView(each, today)),
    mineBefore: over.map(each => mineView(each, today)),
    isAsked: mine.length > 0,
    lists: [
      { id: 'drafts', heading: 'Drafts', rows: kept.filter(({ state }) => state === 'draft').map(row) },
      { id: 'sent', heading: 'Waiting for answers', rows: kept.filter(({ state }) => state === 'sent').map(row) },
      { id: 'closed', heading: 'Closed', rows: kept.filter(({ state }) => state === 'closed').map(row) },
    ].filter(({ rows }) => rows.length > 0),
  }
}

export function mineView({ id, title, group, dueOn, answerState, askedId, state }: Mine, today: Day) {
  const isSent = answerState === 'sent'
  return {
    title,
    group,
    due: dayLabel(dueOn),
    isOverdue: !isSent && state === 'sent' && today > dueOn,
    standing: isSent ? 'Answered' : answerState === 'draft' ? 'Draft begun' : 'Not answered',
    href: state === 'closed' ? `requests/${id}` : `requests/${id}/answers/${askedId}`,
  }
}

/** The places of a request, for whoever keeps it. */
export const requestPlaces = ['Request', 'Questions', 'Who is asked', 'Answers'] as const
export type RequestPlace = (typeof requestPlaces)[number]
const paths: Readonly<Record<RequestPlace, string>> = {
  Request: '',
  Questions: '/questions',
  'Who is asked': '/people',
  Answers: '/answers',
}

/** For `frame.njk`. */
export function requestFrame(request: Pick<Request, 'id' | 'group' | 'state' | 'title'>, current: RequestPlace) {
  return {
    caption: `${request.group}: request`,
    places: requestPlaces
      .filter(place => place !== 'Answers' || request.state !== 'draft')
      .map(text => ({ text, href: `requests/${request.id}${paths[text]}`, current: text === current })),
  }
}

type Shown = {
  readonly request: Request
  readonly questions: readonly Question[]
  readonly asked: readonly Asked[]
  readonly extensions: readonly Extension[]
  readonly meeting: Meeting | null
  readonly named: Named
  /** Whether the reader sees what is confidential. */
  readonly sees: boolean
  readonly today: Day
}

/** For whoever keeps it: how far it has come, and who has not answered. */
export function keptView({ request, questions, asked, extensions, meeting, named, sees, today }: Shown) {
  const own = `requests/${request.id}`
  const people = asked.filter(({ personId }) => personId !== null)
  const answered = asked.filter(hasAnswered).length
  const waiting = inOrderOfNeed(asked).filter(each => !hasAnswered(each))
  return {
    title: request.title,
    around: requestFrame(request, 'Request'),
    state: request.state,
    stateName:
      request.state === 'sent' && request.sentOn !== null ? `Sent on ${dayLabel(request.sentOn)}` : requestStateNames[request.state],
    why: request.why,
    due: dayLabel(request.dueOn),
    isOverdue: request.state === 'sent' && today > request.dueOn && answered < people.length,
    sent: request.sentOn === null ? '' : dayLabel(request.sentOn),
    closed: request.closedOn === null ? '' : dayLabel(request.closedOn),
    seenBy: seerNames[request.seenBy],
    from: meeting === null ? null : { text: meetingName(meeting), href: `meetings/${meeting.id}` },
    item: named.item !== null && (sees || !named.item.isWithheld) ? named.item.title : '',
    action: named.action === null ? null : { text: named.action.reference, href: `actions/${named.action.id}` },
    questionCount: questions.length === 1 ? '1 question' : `${questions.length} questions`,
    askedCount: asked.length === 1 ? '1 is asked' : `${asked.length} are asked`,
    hasQuestions: questions.length > 0,
    hasPeople: asked.length > 0,
    answered: `${answered} of ${people.length}`,
    waiting: waiting.map(each => ({
      ...inTwo(each),
      standing: standingWords(each, request, today),
      reminded: each.remindedOn.map(dayLabel).join(', '),
      href: request.state === 'sent' ? `${own}/answers/${each.id}` : null,
      isVacant: each.personId === null,
    })),
    extensions: extensions.map(({ wasDueOn, dueOn, reason, extendedOn }) => ({
      words: `From ${dayLabel(wasDueOn)} to ${dayLabel(dueOn)}, on ${dayLabel(extendedOn)}`,
      reason,
    })),
    canSend: isOpenTo('send', request),
    canRemind: isOpenTo('remind', request) && waiting.some(({ personId }) => personId !== null),
    canExtend: isOpenTo('extend', request),
    canClose: isOpenTo('close', request),
    own,
    breadcrumbs: toRequests,
  }
}

/** For whoever is asked. */
export function askedView(request: Request, mine: readonly Asked[], seesAnswers: boolean, today: Day) {
  return {
    title: request.title,
    caption: `${request.group}: request`,
    why: request.why,
    due: dayLabel(request.dueOn),
    isClosed: request.state === 'closed',
    closed: request.closedOn === null ? '' : dayLabel(request.closedOn),
    mine: mine.map(each => ({
      name: askedName(each),
      standing: standingWords(each, request, today),
      href: `requests/${request.id}/answers/${each.id}`,
      act:
        request.state === 'closed'
          ? 'See what you answered'
          : hasAnswered(each)
            ? 'Change your answer'
            : each.answer === null
              ? 'Answer'
              : 'Go on with your draft',
    })),
    answersHref: seesAnswers ? `requests/${request.id}/answers` : null,
    seenBy:
      request.seenBy === 'asked'
        ? 'Everybody who is asked sees what all have answered.'
        : 'Your answer is seen by those who keep the meetings of the group.',
    breadcrumbs: toRequests,
  }
}

type Fields = Readonly<Record<string, string>>
export const fieldsOf = ({ title, why, dueOn, seenBy }: Pick<Request, 'title' | 'why' | 'dueOn' | 'seenBy'>): Fields => ({
  title,
  why,
  dueOn: dayLabel(dueOn),
  seenBy,
})
export const inWords = (request: Request): Readonly<Record<string, readonly [string, string]>> => ({
  title: ['The title', request.title],
  why: ['What is said about it', request.why],
  dueOn: ['The date', dayLabel(request.dueOn)],
  seenBy: ['Who sees the answers', seerNames[request.seenBy]],
})

const seersView = (chosen: string) => seers.map((value: SeenBy) => ({ value, text: seerNames[value], checked: value === chosen }))

export function newView(fields: Fields, groups: readonly { readonly id: number; readonly name: string }[], comesFrom: string) {
  return {
    title: 'New request',
    isNew: true,
    action: 'requests/new',
    back: 'requests',
    fields: { title: fields['title'] ?? '', why: fields['why'] ?? '', dueOn: fields['dueOn'] ?? '' },
    hidden: ['meeting', 'item', 'linked'].map(name => ({ name, value: fields[name] ?? '' })),
    comesFrom,
    groups: [
      ...(groups.length === 1 ? [] : [{ value: '', text: 'Select a group' }]),
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === fields['groupId'] })),
    ],
    beginnings: beginnings.map(value => ({ value, text: beginningNames[value], checked: value === (fields['beginning'] ?? 'questions') })),
    seers: seersView(fields['seenBy'] ?? 'keepers'),
    edition: '',
    breadcrumbs: toRequests,
  }
}

export function editView(request: Request, fields: Fields, edition: string) {
  return {
    title: `Change the request: ${request.title}`,
    isNew: false,
    action: `requests/${request.id}/edit`,
    back: `requests/${request.id}`,
    fields: { title: fields['title'] ?? '', why: fields['why'] ?? '', dueOn: fields['dueOn'] ?? '' },
    hidden: [],
    comesFrom: '',
    groups: [],
    beginnings: [],
    seers: seersView(fields['seenBy'] ?? ''),
    edition,
    breadcrumbs: toRequest(request),
  }
}

/** Somebody as the page of people needs them: who sits there now, and whether a letter reaches them. */
export type Reached = Asked & { readonly sitter: Sitter | null; readonly hasEmail: boolean }

type People = {
  readonly request: Request
  readonly reached: readonly Reached[]
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  readonly seats: readonly { readonly id: number; readonly name: string }[]
  readonly names: readonly string[]
  readonly fields: Fields
  readonly which: readonly { readonly id: number; readonly name: string; readonly detail: string }[]
}

export function peopleView({ request, reached, groups, seats, names, fields, which }: People) {
  const choice = (list: readonly { readonly id: number; readonly name: string }[], field: string, none: string) => [
    { value: '', text: none },
    ...list.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === fields[field] })),
  ]
  return {
    title: `Who is asked: ${request.title}`,
    around: requestFrame(request, 'Who is asked'),
    action: `requests/${request.id}/people`,
    own: `requests/${request.id}`,
    isDraft: request.state === 'draft',
    isClosed: request.state === 'closed',
    people: reached.map(each => ({
      id: each.id,
      name: each.sitter?.name ?? each.person ?? 'Vacant',
      seat: each.seat === '' ? '' : `${each.seat}, ${each.group}`,
      note: each.sitter === null && each.personId === null ? 'nobody sits there' : each.hasEmail ? '' : 'no e-mail address',
      canRemove: request.state === 'draft' || (request.state === 'sent' && each.answer === null),
    })),
    groups: choice(groups, 'groupId', 'Select a group'),
    seats: choice(seats, 'seatId', 'Select a seat'),
    names,
    person: {
      value: fields['person'] ?? '',
      which: which.map(({ id, name, detail }) => ({
        value: String(id),
        text: detail === '' ? name : `${name}, ${detail}`,
        checked: String(id) === fields['person-chosen'],
      })),
      newName: '',
      at: '',
    },
    breadcrumbs: toRequest(request),
  }
}

export function sendingView(request: Request, questions: readonly Question[], reached: readonly Reached[], sendsMail: boolean) {
  const [named, unreached] = [
    reached.filter(({ sitter }) => sitter !== null),
    reached.filter(({ sitter, hasEmail }) => sitter !== null && !hasEmail),
  ]
  return {
    title: `Send the request: ${request.title}`,
    caption: request.group,
    why: request.why,
    due: dayLabel(request.dueOn),
    questions: questions.map(({ text, kind, choices, isRequired }) => ({
      text: isRequired ? text : `${text} (optional)`,
      kind: choices.length > 0 ? `${questionKindNames[kind]}: ${choices.join(', ')}` : questionKindNames[kind],
    })),
    people: named.map(({ sitter, seat, group }) =>
      [sitter?.name ?? '', seat === '' ? '' : `${seat}, ${group}`].filter(part => part !== '').join(', '),
    ),
    vacant: reached.filter(({ sitter }) => sitter === null).map(({ seat, group }) => `${seat}, ${group}`),
    unreached: unreached.map(({ sitter }) => sitter?.name ?? ''),
    sendsMail,
    own: `requests/${request.id}`,
    breadcrumbs: toRequest(request),
  }
}
