/** What is known of a survey's margin, in words. */
import { rangeFigure } from '../indicator/figure.ts'
import type { Judgeable } from '../judgement/judgement.ts'
import type { Sampled } from './survey.ts'

/** 'sample of 1,100; 95% interval 24.3% to 29.7%'. Null of what is no survey, or says nothing of it. */
export function sampledWords({ sampleSize, intervalLow, intervalHigh }: Partial<Sampled>, indicator: Judgeable): string | null {
  const sample = sampleSize ? `sample of ${sampleSize.toLocaleString('en-GB')}` : null
  const interval = intervalLow && intervalHigh ? `95% interval ${rangeFigure(intervalLow, intervalHigh, withoutUnit(indicator))}` : null
  const parts = [sample, interval].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

const withoutUnit = (indicator: Judgeable): Judgeable => ({ ...indicator, unit: '' })
