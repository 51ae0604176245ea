/** What is at hand while rows are planned: records as they would be, and what is found out about the rows on the way. */
import type { Changed, Changes, DirectoryColumn, RowEffects, RowProblem } from './directory.ts'

export type Log = ReturnType<typeof openLog>

export function openLog() {
  const refused = new Map<number, RowProblem>()
  const effects = new Map<number, { adds: string[]; changes: Changed[] }>()
  const said = new Map<string, { readonly line: number; readonly value: string }>()
  const effectsOf = (line: number) => {
    const there = effects.get(line) ?? { adds: [], changes: [] }
    effects.set(line, there)
    return there
  }
  return {
    refused: refused as ReadonlyMap<number, RowProblem>,
    effects: effects as ReadonlyMap<number, RowEffects>,
    refuse(line: number, column: DirectoryColumn, found: string, text: string, at?: number): void {
      if (!refused.has(line)) refused.set(line, { column, found, text, ...(at === undefined ? {} : { at }) })
    },
    adds: (line: number, what: string): void => void effectsOf(line).adds.push(what),
    changes: (line: number, field: string, before: string, after: string): void =>
      void effectsOf(line).changes.push({ field, before, after }),
    /** The line that said something else of it before, if one did. */
    contradicted(about: string, value: string, line: number): number | null {
      const before = said.get(about)
      if (before === undefined) said.set(about, { line, value })
      return before === undefined || before.value === value ? null : before.line
    },
  }
}

export type Records<T extends { readonly id: number }> = ReturnType<typeof recordsOf<T>>

/** Records of one kind as they would be: those that are held, and those to be added, with numbers below zero. */
export function recordsOf<T extends { readonly id: number }>(held: readonly T[]) {
  const all = new Map<number, T>(held.map(record => [record.id, record]))
  const touched = new Set<number>()
  let added = 0
  const of = (id: number): T => {
    const record = all.get(id)
    if (record === undefined) throw new Error(`There is no record ${id}`)
    return record
  }
  const values = (): T[] => [...all.values()]
  return {
    of,
    values,
    add(made: (id: T['id']) => T): T {
      added += 1
      const record = made(-added as T['id'])
      all.set(record.id, record)
      return record
    },
    change(id: number, to: Partial<T>): T {
      const record = { ...of(id), ...to }
      all.set(id, record)
      touched.add(id)
      return record
    },
    changes: (): Changes<T> => ({
      added: values().filter(({ id }) => id < 0),
      changed: values().filter(({ id }) => id > 0 && touched.has(id)),
    }),
  }
}

/** Several values under one key. */
export function severalBy<K, V>() {
  const all = new Map<K, V[]>()
  return {
    put(key: K, value: V): void {
      const there = all.get(key)
      if (there === undefined) all.set(key, [value])
      else if (!there.includes(value)) there.push(value)
    },
    of: (key: K): readonly V[] => all.get(key) ?? [],
  }
}
