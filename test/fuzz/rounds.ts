import { type Chance, chanceOf } from './chance.ts'

/** What one round did, in a word for the tally, and what was wrong with it, each with what was sent. */
export type Round = { readonly came: string; readonly wrong: readonly string[] }

/** One kind of what is sent: opened once, then tried with chance after chance. */
export type Fuzz = {
  readonly name: string
  readonly about: string
  open(t: Cleaner): Promise<(chance: Chance, number: number) => Promise<Round>>
}
export type Cleaner = { after(work: () => Promise<void>): void }

export type Failure = { readonly round: number; readonly what: string }
export type Report = { readonly rounds: number; readonly tally: ReadonlyMap<string, number>; readonly failures: readonly Failure[] }

/** Runs rounds as long as `goesOn` says so. Every failure is told at once. */
export async function fuzzed(
  fuzz: Fuzz,
  t: Cleaner,
  { seed, from = 1, goesOn, tell }: { seed: string; from?: number; goesOn: (rounds: number) => boolean; tell: (failure: Failure) => void },
): Promise<Report> {
  const round = await fuzz.open(t)
  const tally = new Map<string, number>()
  const failures: Failure[] = []
  let rounds = 0
  for (; goesOn(rounds); rounds++) {
    const number = from + rounds
    const { came, wrong } = await round(chanceOf(`${fuzz.name} ${seed} ${number}`), number).catch(
      (error: unknown): Round => ({ came: 'broke off', wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }),
    )
    tally.set(came, (tally.get(came) ?? 0) + 1)
    for (const what of wrong) {
      failures.push({ round: number, what })
      tell({ round: number, what })
    }
  }
  return { rounds, tally, failures }
}
