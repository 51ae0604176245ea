import { port } from '../../config.ts'

export const settings = port
