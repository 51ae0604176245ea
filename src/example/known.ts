/** What stands under a name in the example; a name that it does not have is a mistake in it. */
export function known<Value>(map: ReadonlyMap<string, Value | undefined>, name: string): Value {
  const value = map.get(name)
  if (value === undefined) throw new Error(`The example speaks of ${name}, which it does not have`)
  return value
}
