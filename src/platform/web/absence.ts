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

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
