import { dayLabel } from '../../kernel/day.ts'
import { decimal, divided } from '../../kernel/decimal.ts'
import { poundsLabel } from '../../kernel/money.ts'
import type { Table } from '../../kernel/table.ts'
import { decisionDetails, decisionKinds } from '../minutes/minutes.ts'
import {
  type Asked,
  beyondDelegation,
  type Decision,
  type Delegation,
  decisionKindNames,
  decisionReference,
  type FollowingAction,
  type Referral,
} from './decision.ts'

type Register = {
  readonly rows: readonly Decision[]
  readonly total: number
  readonly asked: Asked
  readonly choices: { readonly groups: readonly { readonly id: number; readonly name: string }[]; readonly years: readonly number[] }
  readonly indicator: string | null
  readonly delegations: readonly Delegation[]
}

export function registerView({ rows, total, asked, choices, indicator, delegations }: Register) {
  const query = queryOf(asked)
  return {
    title: 'Decisions',
    wide: true,
    total,
    count: total === 1 ? 'One decision' : `${total.toLocaleString('en-GB')} decisions`,
    isNarrowed: query !== '' && query !== 'order=oldest' && query !== 'order=amount',
    decisions: rows.map(row => rowOf(row, delegations)),
    fields: { q: asked.words, money: asked.withMoney, indicatorId: asked.indicatorId ?? '' },
    indicator,
    groups: options(
      'All groups',
      choices.groups.map(({ id, name }) => ({ value: String(id), text: name })),
      String(asked.groupId ?? ''),
    ),
    kinds: options(
      'All kinds',
      decisionKinds.map(value => ({ value, text: decisionKindNames[value] })),
      asked.kind ?? '',
    ),
    years: options(
      'All years',
      choices.years.map(year => ({ value: String(year), text: String(year) })),
      String(asked.year ?? ''),
    ),
    orders: [
      { value: 'newest', text: 'Newest first' },
      { value: 'oldest', text: 'Oldest first' },
      { value: 'amount', text: 'Most money first' },
    ].map(each => ({ ...each, selected: each.value === asked.order })),
    files: (['csv', 'xlsx', 'ods'] as const).map(form => ({
      text: { csv: 'CSV', xlsx: 'Excel', ods: 'OpenDocument' }[form],
      href: `decisions.${form}${query === '' ? '' : `?${query}`}`,
    })),
  }
}

const options = (all: string, of: readonly { readonly value: string; readonly text: string }[], chosen: string) => [
  { value: '', text: all },
  ...of.map(each => ({ ...each, selected: each.value === chosen })),
]

/** What was asked, as an address says it. */
export function queryOf({ groupId, kind, year, indicatorId, withMoney, words, order }: Asked): string {
  const said: [string, string | number | null | false][] = [
    ['q', words],
    ['group', groupId],
    ['kind', kind],
    ['year', year],
    ['indicator', indicatorId],
    ['money', withMoney && 'yes'],
    ['order', order === 'newest' ? null : order],
  ]
  return new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, String(value)]] : []))).toString()
}

const rowOf = (decision: Decision, delegations: readonly Delegation[]) => ({
  reference: decisionReference(decision),
  href: `decisions/${decision.id}`,
  day: dayLabel(decision.onDay),
  group: decision.group,
  kind: decisionKindNames[decision.kind],
  text: decision.text,
  by: by(decision),
  vote: voteWords(decision),
  item: decision.item,
  itemHref: itemHref(decision),
  money: decision.amountPence === null ? '' : poundsLabel(BigInt(decision.amountPence)),
  warning: beyondDelegation(decision, delegations),
  indicators: decision.indicators.map(({ id, reference }) => ({ reference, href: `indicators/${id}` })),
  isInDraft: decision.isInDraft,
})

const by = ({ proposer, seconder }: Decision): string => [proposer, seconder && `seconded by ${seconder}`].filter(Boolean).join(', ')
const itemHref = ({ meetingId, itemId }: Decision): string => `meetings/${meetingId}/minutes${itemId === null ? '' : `#item-${itemId}`}`
const voteWords = (decision: Decision): string =>
  decisionDetails({ ...decision, proposer: null, seconder: null, amountPence: null, indicators: [] })

export function decisionsTable(rows: readonly Decision[], delegations: readonly Delegation[]): Table {
  const headings = [
    ['Reference', 18],
    ['Date', 14],
    ['Group', 30],
    ['Kind', 16],
    ['Decision', 60],
    ['Item', 30],
    ['Proposed by', 24],
    ['Seconded by', 24],
    ['Vote and dissent', 30],
    ['Amount in pounds', 18],
    ['Indicators', 20],
    ['To note', 30],
  ] as const
  return {
    title: 'Decisions',
    columns: headings.map(([heading, width]) => ({ heading, width })),
    rows: rows.map(row => [
      decisionReference(row),
      { day: row.onDay },
      row.group,
      decisionKindNames[row.kind],
      row.text,
      row.item,
      row.proposer,
      row.seconder,
      voteWords(row),
      row.amountPence === null ? null : { number: divided(decimal(row.amountPence), decimal('100'), 2), decimals: 2 },
      row.indicators.map(({ reference }) => reference).join(', '),
      [beyondDelegation(row, delegations), row.isInDraft && 'Minutes are a draft'].filter(Boolean).join('; '),
    ]),
  }
}

type ShownDecision = {
  readonly decision: Decision
  readonly delegations: readonly Delegation[]
  readonly actions: readonly FollowingAction[]
  readonly referrals: readonly Referral[]
  /** What it answers, with the decision that asked where the visitor may see it. */
  readonly answers: readonly { readonly question: string; readonly asking: Decision | null }[]
  readonly mayRefer: boolean
  readonly takesPart: boolean
}

export function decisionView({ decision, delegations, actions, referrals, answers, mayRefer, takesPart }: ShownDecision) {
  const row = rowOf(decision, delegations)
  const own = `decisions/${decision.id}`
  return {
    title: `Decision ${row.reference}`,
    breadcrumbs: [{ text: 'Decisions', href: 'decisions' }],
    decision: { ...row, dissent: decision.dissent, proposer: decision.proposer, seconder: decision.seconder },
    indicators: decision.indicators.map(({ id, reference, title }) => ({ text: `${reference} ${title}`, href: `indicators/${id}` })),
    actions: actions.map(({ id, reference, text, state, dueOn }) => ({
      href: takesPart ? `actions/${id}` : null,
      reference,
      text,
      state: { open: 'Open', done: 'Done, to be confirmed', closed: 'Closed', dropped: 'Not pursued' }[state] ?? state,
      due: dueOn === null ? 'No date' : dayLabel(dueOn),
    })),
    referrals: referrals.map(referral => ({
      question: referral.question,
      to: referral.toGroup,
      when: referralWords(referral),
      answers: referral.answers.map(answer => ({ ...rowOf(answer, []) })),
      removalHref: mayRefer && referral.answers.length === 0 ? `${own}/referrals/${referral.id}/removal` : null,
    })),
    answersTo: answers.map(({ question, asking }) => ({
      question,
      asking:
        asking === null ? null : { href: `decisions/${asking.id}`, group: asking.group, text: asking.text, day: dayLabel(asking.onDay) },
    })),
    delegationsHref: takesPart ? `groups/${decision.groupId}/delegations` : null,
    newReferralHref: mayRefer ? `${own}/referrals/new` : null,
  }
}

function referralWords({ madeOn, plannedFor, isPlanned, answers }: Referral): string {
  const made = `Passed on ${dayLabel(madeOn)}`
  if (answers.length > 0) return `${made}, answered`
  if (plannedFor !== null) return `${made}, planned for the meeting of ${dayLabel(plannedFor.onDay)}`
  return isPlanned ? `${made}, waits for a meeting` : `${made}, taken out of the forward plan without an answer`
}

type NewReferral = {
  readonly decision: Decision
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  readonly meetings: readonly { readonly id: number; readonly words: string }[]
  readonly fields: Readonly<Record<string, string>>
}
export function referralView({ decision, groups, meetings, fields }: NewReferral) {
  const chosen = fields['toGroupId'] ?? ''
  return {
    title: 'Pass this decision up for endorsement',
    caption: `${decisionReference(decision)}, ${decision.group}`,
    text: decision.text,
    breadcrumbs: [
      { text: 'Decisions', href: 'decisions' },
      { text: decisionReference(decision), href: `decisions/${decision.id}` },
    ],
    action: `decisions/${decision.id}/referrals/new`,
    back: `decisions/${decision.id}`,
    fields,
    groups: [
      { value: '', text: 'Choose a group' },
      ...groups
        .filter(({ id }) => id !== decision.groupId)
        .map(({ id, name }) => ({ value: id, text: name, selected: String(id) === chosen })),
    ],
    meetings: [
      { value: '', text: 'To be allocated by that group' },
      ...meetings.map(({ id, words }) => ({ value: id, text: words, selected: String(id) === fields['meetingId'] })),
    ],
  }
}

type ShownDelegations = {
  readonly group: { readonly id: number; readonly name: string }
  readonly all: readonly Delegation[]
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  readonly mayKeep: boolean
  readonly fields: Readonly<Record<string, string>>
}
export const delegationsView = ({ group, all, groups, mayKeep, fields }: ShownDelegations) => ({
  title: `What ${group.name} may decide`,
  breadcrumbs: [
    { text: 'Groups', href: 'groups' },
    { text: group.name, href: `groups/${group.id}` },
  ],
  delegations: all.map(({ id, matter, limitPence, fromGroup, source }) => ({
    matter,
    limit: limitPence === null ? 'No amount named' : `Up to ${poundsLabel(BigInt(limitPence))} each time`,
    from: fromGroup ?? '',
    source,
    removalHref: mayKeep ? `groups/${group.id}/delegations/${id}/removal` : null,
  })),
  decisionsHref: `decisions?group=${group.id}`,
  mayKeep,
  action: `groups/${group.id}/delegations`,
  fields,
  groups: [
    { value: '', text: 'Not from another group' },
    ...groups
      .filter(({ id }) => id !== group.id)
      .map(({ id, name }) => ({ value: id, text: name, selected: String(id) === fields['fromGroupId'] })),
  ],
})

/** For the page of an indicator. */
export const indicatorPartView = (rows: readonly Decision[], total: number, indicatorId: number) => ({
  decisions: rows.map(row => rowOf(row, [])),
  moreHref: total > rows.length ? `decisions?indicator=${indicatorId}` : null,
  total,
})
