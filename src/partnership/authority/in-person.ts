/** Who it is that leads: who sits on a seat today and, while they are away or nobody sits there, who acts. */
export type InPerson = {
  readonly holder: string | null
  readonly isAway: boolean
  /** Who covers for a time, or else the first deputy who is to be had. */
  readonly cover: string | null
  readonly deputy: string | null
}

/** Amina Khan; Amina Khan, acting: Joe Bell; vacant. */
export function inPersonWords({ holder, isAway, cover, deputy }: InPerson): string {
  const acting = cover ?? (holder === null || isAway ? deputy : null)
  if (holder === null) return acting === null ? 'vacant' : `vacant, acting: ${acting}`
  if (acting !== null) return `${holder}, acting: ${acting}`
  return isAway ? `${holder}, who is away` : holder
}
