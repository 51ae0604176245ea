/** Minutes that wait to be approved at a later meeting, as its pages offer it. */
export type WaitingApproval = { readonly day: string; readonly minutesHref: string; readonly href: string; readonly text: string }
