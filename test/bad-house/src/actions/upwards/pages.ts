import { meetings } from '../../meetings/index.ts'

export const upwards = meetings
