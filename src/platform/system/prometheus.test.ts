import assert from 'node:assert/strict'
import test from 'node:test'
import { counter, exposition, histogram } from './prometheus.ts'

test('a counter counts each set of labels by itself, and what is in a label cannot end it', () => {
  const counted = counter()
  counted.add({ route: '/:partnership/scorecard' })
  counted.add({ route: '/:partnership/scorecard' })
  counted.add({ route: 'a "quoted" \\ one\nand another' }, 3)
  assert.equal(
    exposition([{ name: 'requests_total', type: 'counter', help: 'Requests.', samples: counted.samples() }]),
    [
      '# HELP requests_total Requests.',
      '# TYPE requests_total counter',
      'requests_total{route="/:partnership/scorecard"} 2',
      'requests_total{route="a \\"quoted\\" \\\\ one\\nand another"} 3',
      '',
    ].join('\n'),
  )
})

test('a histogram counts what took at most so long, all of it in the last', () => {
  const observed = histogram()
  for (const seconds of [0.0005, 0.001, 0.3, 60]) observed.observe({}, seconds)
  const text = exposition([{ name: 'seconds', type: 'histogram', help: 'How long.', samples: observed.samples() }])
  assert.match(text, /seconds_bucket\{le="0.001"\} 2\n/)
  assert.match(text, /seconds_bucket\{le="0.25"\} 2\n/)
  assert.match(text, /seconds_bucket\{le="0.5"\} 3\n/)
  assert.match(text, /seconds_bucket\{le="10"\} 3\n/)
  assert.match(text, /seconds_bucket\{le="\+Inf"\} 4\nseconds_sum 60\.3015\nseconds_count 4\n$/)
})
