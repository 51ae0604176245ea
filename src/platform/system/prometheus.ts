/** Figures in the text form that Prometheus and its like collect: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export type Labels = Readonly<Record<string, string>>
export type Sample = { readonly labels?: Labels; readonly value: number; readonly suffix?: string }
export type Figure = {
  readonly name: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly samples: readonly Sample[]
}

export const exposition = (figures: readonly Figure[]): string => figures.map(textOf).join('')

function textOf({ name, type, help, samples }: Figure): string {
  const lines = samples.map(({ labels = {}, value, suffix = '' }) => `${name}${suffix}${labelText(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

export type Counter = { add(labels: Labels, by?: number): void; samples(): Sample[] }

export function counter(): Counter {
  const counted = new Map<string, { readonly labels: Labels; value: number }>()
  return {
    add(labels, by = 1) {
      const key = JSON.stringify(labels)
      const found = counted.get(key)
      if (found) found.value += by
      else counted.set(key, { labels, value: by })
    },
    samples: () => [...counted.values()],
  }
}

const boundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export type Histogram = { observe(labels: Labels, seconds: number): void; samples(): Sample[] }

export function histogram(): Histogram {
  const observed = new Map<string, { readonly labels: Labels; readonly buckets: number[]; sum: number; count: number }>()
  return {
    observe(labels, seconds) {
      const key = JSON.stringify(labels)
      const found = observed.get(key) ?? { labels, buckets: boundaries.map(() => 0), sum: 0, count: 0 }
      observed.set(key, found)
      for (const [at, boundary] of boundaries.entries()) if (seconds <= boundary) found.buckets[at] = (found.buckets[at] ?? 0) + 1
      found.sum += seconds
      found.count++
    },
    samples: () =>
      [...observed.values()].flatMap(({ labels, buckets, sum, count }) => [
        ...boundaries.map((boundary, at) => ({ suffix: '_bucket', labels: { ...labels, le: String(boundary) }, value: buckets[at] ?? 0 })),
        { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
        { suffix: '_sum', labels, value: sum },
        { suffix: '_count', labels, value: count },
      ]),
  }
}
