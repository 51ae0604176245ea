import { type Graph, instance, type Viz } from '@viz-js/viz'
import { madeOnce } from '../keep/index.ts'

/** As Graphviz is told it: never as text of its own language, in which a name could be an instruction. */
export type { Graph } from '@viz-js/viz'

export type Point = readonly [number, number]
/** Of a node its middle; of an edge, where one was asked for, a curve of which every three points after the first are one piece. */
export type Laid = { readonly nodes: ReadonlyMap<string, Point>; readonly edges: ReadonlyMap<string, readonly Point[]> }

/** Inches to the points that it answers in, which are our pixels. */
export const perInch = 72

/** Nodes are found by their name, edges by their attribute `id`. The same graph is laid out once. */
export const laidOut = (graph: Graph, engine: 'dot' | 'neato'): Promise<Laid> => laid(JSON.stringify({ graph, engine }))

const laid = madeOnce(async (asked): Promise<Laid> => {
  const { graph, engine }: { graph: Graph; engine: string } = JSON.parse(asked)
  loaded ??= instance()
  const answer = (await loaded).renderJSON(graph, { engine, yInvert: true })
  return {
    nodes: new Map(named(answer, 'objects', 'name').flatMap(([name, [at]]) => (at === undefined ? [] : [[name, at] as const]))),
    edges: new Map(named(answer, 'edges', 'id')),
  }
}, 200)

/** Loaded once, and not before somebody wants a picture. */
let loaded: Promise<Viz> | null = null

function named(answer: object, what: 'objects' | 'edges', by: 'name' | 'id'): (readonly [string, Point[]])[] {
  const all: unknown = Reflect.get(answer, what)
  return (Array.isArray(all) ? all : []).flatMap((each: Readonly<Record<string, unknown>>) =>
    typeof each['pos'] === 'string' ? [[String(each[by]), each['pos'].split(' ').map(point)] as const] : [],
  )
}

function point(pair: string): Point {
  const [x = 0, y = 0] = pair.split(',').map(Number)
  return [x, y]
}
