import { test } from 'node:test'
import { isOfDelivery, isOfIndicators, lookAtPages } from './page-walk.ts'

test('every page that is not about indicators, plans or the thread can be used by everybody', t =>
  lookAtPages(t, path => !isOfIndicators(path) && !isOfDelivery(path)))
