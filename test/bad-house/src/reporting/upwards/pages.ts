import { hub } from '../../hub/index.ts'

export const upwards = hub
