import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type GroupName, groupNamed, lockGroup, type Part } from '../../partnership/index.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { answerFor, type Responsibilities, ticksOf, titlesOf } from './responsibility.ts'
import { everyTheme, responsibilitiesOf, setResponsibilities } from './store.ts'

/** On the page of a group: the themes and outcomes for which it answers. */
export const responsibilitiesPart: Part = async ({ db }, of) => {
  if (!('groupId' in of)) return null
  const { groupId } = of
  const [themes, kept] = await Promise.all([everyTheme(db), responsibilitiesOf(db, groupId)])
  return {
    title: 'Answers for',
    template: template(import.meta.url, 'part.njk'),
    view: {
      items: themes.flatMap(theme =>
        titlesOf(kept, [theme]).map(title => ({ text: title, href: `scorecard?agreement=${theme.agreementId}&theme=${theme.id}` })),
      ),
      changeHref: `groups/${groupId}/responsibilities`,
    },
  }
}

export const editResponsibilities: Handler = async visit => {
  const { group, themes, kept } = await responsibilitiesAsked(visit)
  return responsibilitiesPage(group, themes, kept)
}

export const updateResponsibilities: Handler = async visit => {
  const { db, body } = visit
  await lockGroup(db, found(idOf<'group'>(visit.params['group'])))
  const { group, themes, kept } = await responsibilitiesAsked(visit)
  const chosen = answerFor(texts(body, 'answersFor'), themes)
  const meanwhile = overtaken(text(body, 'edition'), body, shownOf(kept), {
    answersFor: [`What ${group.name} answers for`, titlesOf(kept, themes).join('; ')],
  })
  if (meanwhile.length > 0) return responsibilitiesPage(group, themes, kept, chosen, meanwhile)

  await setResponsibilities(db, group.id, chosen)
  return redirect(
    `groups/${group.id}`,
    chosen.themeIds.length + chosen.outcomeIds.length === 0
      ? `${group.name} answers for no theme now`
      : `${group.name} answers for ${titlesOf(chosen, themes).join('; ')}`,
  )
}

const shownOf = (kept: Responsibilities) => ({ answersFor: ticksOf(kept) })

async function responsibilitiesAsked({ db, params }: Visit) {
  const id = found(idOf<'group'>(params['group']))
  const [group, themes, kept] = await Promise.all([groupNamed(db, id), everyTheme(db), responsibilitiesOf(db, id)])
  return { group: found(group), themes, kept }
}

function responsibilitiesPage(
  group: GroupName,
  themes: Awaited<ReturnType<typeof everyTheme>>,
  kept: Responsibilities,
  chosen: Responsibilities = kept,
  problems: readonly Problem[] = [],
): Answer {
  const ticked = ticksOf(chosen)
  const box = (value: string, words: string) => ({ value, text: words, checked: ticked.includes(value) })
  const view = {
    title: `What ${group.name} answers for`,
    action: `groups/${group.id}/responsibilities`,
    back: `groups/${group.id}`,
    edition: editionOf(shownOf(kept)),
    agreements: [...Map.groupBy(themes, ({ agreement }) => agreement)].map(([title, ofAgreement], at) => ({
      title,
      id: at === 0 ? 'answersFor' : `answersFor-${at}`,
      boxes: ofAgreement.flatMap(theme => [
        box(`theme-${theme.id}`, theme.title),
        ...theme.outcomes.map(outcome => ({
          ...box(`outcome-${outcome.id}`, outcome.title),
          label: { classes: 'gt-level--1' },
          hint: { text: `Outcome of ${theme.title}` },
        })),
      ]),
    })),
    breadcrumbs: [
      { text: 'Groups', href: 'groups' },
      { text: group.name, href: `groups/${group.id}` },
    ],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
