/** Nothing to do: there is no such thing, or it is not yours. Thrown anywhere in a visit, answered in one place. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Nobody is signed in where somebody has to be. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** More was asked for than people ask for. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
}

/** A second factor has to be set up first. */
export class LacksFactor extends Error {
  override readonly name = 'LacksFactor'
}

/** What a visitor may do with a thing is asked straight after it was loaded. */
export function allow(isPermitted: boolean): void {
  if (!isPermitted) throw new Forbidden()
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
