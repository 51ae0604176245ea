import { dayLabel } from '../../kernel/day.ts'
import { type Ambition, type Branch, branches, isServed, type Service, type Serving, serveNothing, type Vision } from './vision.ts'

export const toVision = [{ text: 'Vision', href: 'vision' }]

export type ShownVision = {
  readonly vision: Vision
  readonly ambitions: readonly Ambition[]
  readonly services: readonly Service[]
  readonly themes: readonly Serving[]
}

export function visionView({ vision, ambitions, services, themes }: ShownVision, mayWrite: boolean) {
  const named = (each: Ambition) => ambitionView(each, services, themes)
  return {
    title: 'Vision',
    vision: { title: vision.title, paragraphs: paragraphsOf(vision.text), when: whenOf(vision), link: vision.link },
    about: { kind: 'vision', id: vision.id },
    mayWrite,
    ambitions: branches(ambitions).map(each => ({
      ...named(each),
      isUnserved: !isServed(each, services),
      priorities: each.priorities.map(priority => ({ ...named(priority), isUnserved: !isServed(priority, services) })),
    })),
    idle: serveNothing(themes, services).map(theme => ({
      text: theme.title,
      href: `thread/theme/${theme.id}`,
      outcomes: theme.outcomes.map(({ id, title }) => ({ text: title, href: `thread/outcome/${id}` })),
    })),
  }
}

const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).filter(each => each !== '')

function whenOf({ startsOn, endsOn }: Vision): string {
  if (startsOn !== null && endsOn !== null) return `${dayLabel(startsOn)} to ${dayLabel(endsOn)}`
  return startsOn !== null ? `From ${dayLabel(startsOn)}` : endsOn !== null ? `Until ${dayLabel(endsOn)}` : ''
}

function ambitionView({ id, title, text }: Ambition, services: readonly Service[], themes: readonly Serving[]) {
  return {
    id,
    title,
    text,
    href: `thread/ambition/${id}`,
    own: `vision/ambitions/${id}`,
    served: services.filter(({ ambitionId }) => ambitionId === id).flatMap(service => servingView(service, themes)),
  }
}

function servingView({ themeId, outcomeId }: Service, themes: readonly Serving[]) {
  const theme = themes.find(({ id }) => id === themeId)
  if (theme) return [{ text: theme.title, note: 'theme', href: `thread/theme/${theme.id}` }]
  const outcome = themes.flatMap(({ outcomes }) => outcomes).find(({ id }) => id === outcomeId)
  return outcome === undefined ? [] : [{ text: outcome.title, note: 'outcome', href: `thread/outcome/${outcome.id}` }]
}

/** One row for each ambition and priority, and what serves it. */
export function visionRows({ vision, ambitions, services, themes }: ShownVision): string[][] {
  const row = (ambition: string, priority: string, each: Ambition) => [
    vision.title,
    ambition,
    priority,
    each.text,
    services
      .filter(({ ambitionId }) => ambitionId === each.id)
      .flatMap(service => servingView(service, themes).map(({ text }) => text))
      .join('; '),
  ]
  return [
    ['Vision', 'Ambition', 'Priority', 'What it means', 'Served by'],
    ...branches(ambitions).flatMap((each: Branch) => [
      row(each.title, '', each),
      ...each.priorities.map(priority => row(each.title, priority.title, priority)),
    ]),
  ]
}

export const visionFields = (vision: Vision | null): Readonly<Record<string, string>> => ({
  title: vision?.title ?? '',
  text: vision?.text ?? '',
  startsOn: vision?.startsOn ? dayLabel(vision.startsOn) : '',
  endsOn: vision?.endsOn ? dayLabel(vision.endsOn) : '',
  link: vision?.link ?? '',
})

export const ambitionFields = (ambition: Ambition, services: readonly Service[]): Readonly<Record<string, string | string[]>> => ({
  title: ambition.title,
  text: ambition.text,
  parentId: ambition.parentId === null ? '' : String(ambition.parentId),
  serves: services
    .filter(({ ambitionId }) => ambitionId === ambition.id)
    .map(({ themeId, outcomeId }) => (themeId === null ? `outcome-${outcomeId}` : `theme-${themeId}`))
    .toSorted(),
})
