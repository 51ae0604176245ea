import { z } from 'zod'
import { organisations } from '../../partnership/index.ts'
import { standingOf } from './store.ts'

export const showJudgement = [z, organisations, standingOf]
