import { actions } from '../../actions/index.ts'

export const upwards = actions
