import { test } from 'node:test'
import { isOfDelivery, lookAtPages } from './page-walk.ts'

test('every page about plans and the thread can be used by everybody', t => lookAtPages(t, isOfDelivery))
