import { type Day, dayLabel } from '../../kernel/day.ts'
import { isReviewPassed, type Strategy, strategyKindNames } from './strategy.ts'

export const toStrategies = [
  { text: 'Vision', href: 'vision' },
  { text: 'Strategies', href: 'strategies' },
]

export const strategiesView = (all: readonly Strategy[], today: Day, mayWrite: boolean) => ({
  title: 'Strategies and guiding principles',
  breadcrumbs: [{ text: 'Vision', href: 'vision' }],
  mayWrite,
  strategies: all.map(strategy => ({
    title: strategy.title,
    href: `thread/strategy/${strategy.id}`,
    editHref: `strategies/${strategy.id}/edit`,
    kind: strategyKindNames[strategy.kind],
    summary: strategy.summary,
    owner: strategy.ownerName,
    ownerHref:
      strategy.organisationId !== null
        ? `organisations/${strategy.organisationId}`
        : strategy.groupId !== null
          ? `groups/${strategy.groupId}`
          : null,
    onDay: strategy.onDay === null ? 'No date' : dayLabel(strategy.onDay),
    review: strategy.reviewOn === null ? 'None set' : dayLabel(strategy.reviewOn),
    isPassed: isReviewPassed(strategy, today),
    link: strategy.link,
  })),
})

export const strategyFields = (strategy: Strategy | null): Readonly<Record<string, string>> => ({
  kind: strategy?.kind ?? 'strategy',
  title: strategy?.title ?? '',
  summary: strategy?.summary ?? '',
  whose:
    strategy?.organisationId != null
      ? `organisation-${strategy.organisationId}`
      : strategy?.groupId != null
        ? `group-${strategy.groupId}`
        : '',
  owner: strategy?.owner ?? '',
  onDay: strategy?.onDay ? dayLabel(strategy.onDay) : '',
  reviewOn: strategy?.reviewOn ? dayLabel(strategy.reviewOn) : '',
  link: strategy?.link ?? '',
})

export const strategyRows = (all: readonly Strategy[]): string[][] => [
  ['Kind', 'Title', 'Owner', 'Of', 'To be reviewed', 'What it says', 'Address'],
  ...all.map(each => [
    strategyKindNames[each.kind],
    each.title,
    each.ownerName,
    each.onDay ?? '',
    each.reviewOn ?? '',
    each.summary,
    each.link,
  ]),
]
