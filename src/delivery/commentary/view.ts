import { dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Judged, ReasonCode } from '../../performance/index.ts'
import type { Commentary, ReasonNames, Said, Story } from './commentary.ts'

/** Where the commentary of a period stands. */
export const addressOf = ({ indicator, area }: Judged, period: Period): string =>
  `indicators/${indicator.id}/commentary/${area.id}/${periodCode(period)}`

export const byWords = ({ byName, onDay }: Pick<Commentary, 'byName' | 'onDay'>): string => `${byName}, ${dayLabel(onDay)}`

export const saidView = (commentary: Commentary, names: ReasonNames) => ({
  text: commentary.text,
  reasons: commentary.reasonCodes.map(code => names[code]),
  by: byWords(commentary),
})

export const aboutPeriod = (judged: Judged, period: Period) => {
  const { indicator, area, ownAreaId } = judged
  const label = periodLabel(period, indicator.frequency)
  const { verdict, why } = judged.in(period)
  const back = `indicators/${indicator.id}?${area.id === ownAreaId ? '' : `area=${area.id}&`}period=${periodCode(period)}`
  return {
    caption: judged.name,
    place: area.id === ownAreaId ? label : `${area.name}, ${label}`,
    verdict,
    why,
    back,
    breadcrumbs: [
      { text: 'Indicators', href: 'indicators' },
      { text: judged.name, href: back },
    ],
  }
}

/** Whether the visitor says why, and sees what is set going because of it. */
type May = { readonly mayExplain: boolean; readonly takesPart: boolean }

/** For the page of an indicator: what is said of the period that is shown, and what was said of those before. */
export function partView(
  stories: readonly Story[],
  judged: Judged,
  period: Period | null,
  { mayExplain, takesPart }: May,
  names: ReasonNames,
) {
  const shown = stories.map(({ latest, earlier }) => ({
    period: periodLabel(latest, judged.indicator.frequency),
    href: addressOf(judged, latest),
    stepsHref: takesPart ? `${addressOf(judged, latest)}/steps` : null,
    isHere: period !== null && latest.startsOn === period.startsOn && latest.endsOn === period.endsOn,
    verdict: judged.in(latest).verdict,
    revised: earlier.length === 0 ? '' : earlier.length === 1 ? 'revised once' : `revised ${earlier.length} times`,
    ...saidView(latest, names),
  }))
  const current = shown.find(({ isHere }) => isHere) ?? null
  return {
    current,
    others: shown.filter(each => each !== current),
    period: period && periodLabel(period, judged.indicator.frequency),
    writeHref: period !== null && mayExplain ? `${addressOf(judged, period)}/edit` : null,
  }
}

export const fieldsOf = (said: Said | null) => ({ text: said?.text ?? '', reasons: [...(said?.reasonCodes ?? [])] })

export const inWords = (said: Said | null, names: ReasonNames): Readonly<Record<string, readonly [string, string]>> => ({
  text: ['The commentary', said?.text ?? ''],
  reasons: ['What it comes from', (said?.reasonCodes ?? []).map(code => names[code]).join('; ')],
})

export function editView(
  judged: Judged,
  period: Period,
  entry: { readonly text: string; readonly reasons: readonly string[] },
  edition: string,
  names: ReasonNames,
) {
  const about = aboutPeriod(judged, period)
  return {
    ...about,
    title: `Say why: ${judged.name}, ${about.place}`,
    cancel: addressOf(judged, period),
    text: entry.text,
    edition,
    reasons: (Object.keys(names) as ReasonCode[]).map(code => ({ value: code, text: names[code], checked: entry.reasons.includes(code) })),
  }
}

export function showView(judged: Judged, period: Period, story: Story | null, { mayExplain, takesPart }: May, names: ReasonNames) {
  const about = aboutPeriod(judged, period)
  return {
    ...about,
    title: `Why: ${judged.name}, ${about.place}`,
    said: story && saidView(story.latest, names),
    earlier: story?.earlier.map(each => saidView(each, names)) ?? [],
    editHref: mayExplain ? `${addressOf(judged, period)}/edit` : null,
    stepsHref: story !== null && takesPart ? `${addressOf(judged, period)}/steps` : null,
  }
}
