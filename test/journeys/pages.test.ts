import { test } from 'node:test'
import { isOfIndicators, lookAtPages } from './page-walk.ts'

test('every page that is not about indicators can be used by everybody', t => lookAtPages(t, path => !isOfIndicators(path)))
