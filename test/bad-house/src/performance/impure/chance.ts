import { randomUUID } from 'node:crypto'

export const chance = randomUUID
