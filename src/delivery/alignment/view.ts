import { csv } from '../../kernel/csv.ts'
import { isInPlan, type PlanContent } from '../plan/content/content.ts'
import type { Plan } from '../plan/plan.ts'
import { type Aligned, align, likeTo, type Match, type Ours } from './alignment.ts'
import type { OtherLine, OtherPlan } from './other-plan/other-plan.ts'

/** Outcomes first, then what is still in the plan, in its order. */
export const oursOf = ({ outcomes, actions }: Pick<PlanContent, 'outcomes' | 'actions'>): Ours[] => [
  ...outcomes.map(({ id, name }) => ({ key: `outcome-${id}`, reference: '', text: name })),
  ...actions.filter(isInPlan).map(({ id, action }) => ({ key: `action-${id}`, reference: action.reference, text: action.text })),
]

/** All other plans beside one of ours, in counts. */
export const alignmentsView = (
  plan: Pick<Plan, 'id'>,
  ours: readonly Ours[],
  others: readonly { readonly plan: OtherPlan; readonly lines: readonly OtherLine[] }[],
  matches: readonly Match[],
) => ({
  others: others.map(({ plan: other, lines }) => {
    const { both, onlyThere, onlyHere } = align(lines, ours, matches)
    return {
      title: other.title,
      whose: other.whose,
      years: other.years,
      href: `plans/${plan.id}/alignment/${other.id}`,
      both: both.length,
      onlyThere: onlyThere.length,
      onlyHere: onlyHere.length,
    }
  }),
})

export function comparisonView(plan: Plan, other: OtherPlan, aligned: Aligned, ours: readonly Ours[], mayMatch: boolean) {
  const { both, onlyThere, onlyHere } = aligned
  const own = `plans/${plan.id}/alignment/${other.id}`
  const like = likeTo(ours)
  return {
    other: { ...other, href: `other-plans/${other.id}` },
    counts: countsInWords(aligned, other),
    both: both.map(({ line, ours: own }) => ({ line, ours: own.map(each => oursView(plan, each)) })),
    onlyThere: onlyThere.map(line => ({
      line,
      like: like(line.text).map(({ ours, words }) => ({ ...oursView(plan, ours), words: words.join(', ') })),
    })),
    onlyHere: onlyHere.map(each => oursView(plan, each)),
    matchHref: mayMatch ? `${own}/edit` : '',
    csvHref: `${own}/alignment.csv`,
    backHref: `plans/${plan.id}/alignment`,
  }
}

/** 5 of 8 lines of Children’s plan are in this plan too, and 6 of 11 outcomes and actions of this plan are not in it. */
function countsInWords({ both, onlyThere, onlyHere }: Aligned, { title }: OtherPlan): string {
  const matched = new Set(both.flatMap(({ ours }) => ours.map(({ key }) => key))).size
  const [there, here] = [both.length + onlyThere.length, matched + onlyHere.length]
  return `${both.length} of ${there === 1 ? '1 line' : `${there} lines`} of ${title} ${both.length === 1 ? 'is' : 'are'} in this plan too. ${onlyHere.length} of ${here === 1 ? '1 outcome or action' : `${here} outcomes and actions`} of this plan ${onlyHere.length === 1 ? 'is' : 'are'} not in it`
}

const oursView = (plan: Pick<Plan, 'id'>, { key, reference, text }: Ours) => ({
  reference,
  text,
  kind: key.startsWith('outcome') ? 'Outcome' : 'Action',
  href: key.startsWith('outcome') ? `outcomes/${key.slice('outcome-'.length)}` : `plans/${plan.id}/actions/${key.slice('action-'.length)}`,
})

/** Beside each line what it is matched with and what is offered, to be ticked, and all the rest to choose one more. */
export function matchView(lines: readonly OtherLine[], ours: readonly Ours[], matches: readonly Match[], chosen: readonly Match[]) {
  const like = likeTo(ours)
  const shown = matches.filter(({ lineId, key }) => lines.some(({ id }) => id === lineId) && ours.some(each => each.key === key))
  return {
    shown: shown.map(({ lineId, key }) => `${lineId}:${key}`),
    lines: lines.map(({ id, reference, text }) => {
      const isChosen = ({ key }: Ours) => chosen.some(match => match.lineId === id && match.key === key)
      const isShown = ({ key }: Ours) => shown.some(match => match.lineId === id && match.key === key)
      const offered = like(text)
      const ticked = ours.filter(each => isShown(each) || isChosen(each))
      const boxes = [
        ...ticked.map(each => ({ value: each.key, text: named(each), checked: isChosen(each) })),
        ...offered
          .filter(({ ours: each }) => !ticked.includes(each))
          .map(({ ours: each, words }) => ({
            value: each.key,
            text: named(each),
            checked: false,
            hint: { text: `Only offered: similar words (${words.join(', ')})` },
          })),
      ]
      return {
        id,
        reference,
        text,
        boxes,
        rest: ours.filter(({ key }) => !boxes.some(box => box.value === key)).map(each => ({ value: each.key, text: cut(named(each)) })),
      }
    }),
  }
}

const named = ({ key, reference, text }: Ours): string => (key.startsWith('outcome') ? `Outcome: ${text}` : `${reference} ${text}`)
const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)

/** A line for each pair, and for each that is only there or only here. */
export const alignmentCsv = ({ title }: Pick<OtherPlan, 'title'>, { both, onlyThere, onlyHere }: Aligned): string =>
  csv([
    ['Where', `Reference in ${title}`, `Line of ${title}`, 'Our reference', 'Our outcome or action'],
    ...both.flatMap(({ line, ours }) => ours.map(each => ['In both', line.reference, line.text, each.reference, each.text])),
    ...onlyThere.map(line => ['Only there', line.reference, line.text, '', '']),
    ...onlyHere.map(each => ['Only here', '', '', each.reference, each.text]),
  ])
