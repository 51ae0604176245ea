/** A time of the day as people write it. */
import type { ClockTime } from './meeting.ts'

/**
 * 9:30am, 9.30, 0930, 14:00, 2pm, noon, 12 midday. Without am or pm, an hour from one to six that has no nought before it is one of the afternoon, as on most
 * agendas: 2.00 to 4.00. Null when it is no time.
 */
export function parseClock(text: string): ClockTime | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*(?:hrs?|hours|h|o[’']?clock)\.?$/, '')
  if (/^(12 )?(noon|midday)$/.test(plain)) return '12:00'
  const read = /^(\d{1,2})(?:[:.](\d{2})|(?<=\d\d)(\d{2}))?(?: ?([ap])\.?m\.?)?$/.exec(plain)
  if (!read) return null
  const [, written = '', afterPoint, afterHour, half] = read
  const minute = Number(afterPoint ?? afterHour ?? '0')
  const hour = hourOf(written, half)
  return hour === null || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(written: string, half: string | undefined): number | null {
  const hour = Number(written)
  if (half !== undefined) return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0)
  if (hour > 23) return null
  return hour >= 1 && hour <= 6 && written.length === 1 ? hour + 12 : hour
}
