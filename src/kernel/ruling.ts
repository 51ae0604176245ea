/** A rule's answer to a request that might properly be turned down. */
export type Ruling<T> = { readonly accepted: true; readonly value: T } | { readonly accepted: false; readonly problems: readonly Problem[] }

/** What is wrong, in words for the person reading; `field` names the input to link to. */
export type Problem = { readonly text: string; readonly field?: string }

export const accept = <T>(value: T): Ruling<T> => ({ accepted: true, value })
export const refuse = (...problems: readonly Problem[]): Ruling<never> => ({ accepted: false, problems })
