/** Somebody cancelled it meanwhile: nothing that was done is kept. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
}
