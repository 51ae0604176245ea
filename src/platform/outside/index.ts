/** Asks servers of others over https, and never one inside our own network: what is asked for was typed by somebody. */
export { mayBeAsked, NoAnswer, type Outside, type OutsideOptions, openOutside } from './outside.ts'
