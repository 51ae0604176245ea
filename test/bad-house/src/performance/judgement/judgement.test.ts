import { test } from 'node:test'
import fc from 'fast-check'
import { overrideOf } from './judgement.ts'

export const tested = [test, fc, overrideOf]
