import { reporting } from '../../reporting/index.ts'

export const upwards = reporting
