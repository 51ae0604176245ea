/** Who may use whom. The table is the architecture: change it in a commit of its own, and say why. */
const mayUse = {
  partnership: [],
  performance: ['partnership'],
  actions: ['partnership', 'performance'],
  meetings: ['partnership', 'performance', 'actions'],
  delivery: ['partnership', 'actions', 'performance', 'meetings'],
  commissioning: ['partnership', 'actions', 'performance'],
  assurance: ['partnership', 'actions', 'performance', 'delivery'],
  thread: ['partnership', 'actions', 'performance', 'meetings', 'delivery', 'commissioning', 'assurance'],
  reporting: ['partnership', 'actions', 'performance', 'meetings', 'delivery', 'commissioning', 'assurance', 'thread'],
  hub: ['partnership', 'actions', 'performance', 'meetings', 'delivery', 'commissioning', 'assurance', 'thread', 'reporting'],
}

const names = Object.keys(mayUse)
const modules = `^src/(${names.join('|')})/`
const doors = `${modules}index\\.ts$`
/** Files that do something: read the database, answer the web, run later. Whatever else a module has is a rule, and pure. */
const plumbing = '/(index|routes|store|pages|form|jobs|record-(meeting|plan|request|review|workshop))\\.ts$'
/** Files that are there for tests alone; a victim is a process that a test kills. `src/example/` is Wexcombe, a part of the application, and none of these. */
const tests = ['\\.test\\.ts$', '/victim\\.ts$', '^src/.+/example\\.ts$', '^test/']

const forbidden = []
const forbid = (name, comment, from, to) => forbidden.push({ name, severity: 'error', comment, from, to })

forbid(
  'kernel-knows-nobody',
  'The kernel is the words everybody speaks: as soon as it knew a package, Node or the platform, a rule that takes a Day would know them too.',
  { path: '^src/kernel/', pathNot: tests },
  { pathNot: '^src/kernel/' },
)
forbid(
  'platform-knows-no-module',
  'The platform serves whatever stands on it. If it knew what an indicator is, nothing could be added without changing it.',
  { path: '^src/platform/' },
  { path: '^src/', pathNot: '^src/(kernel|platform)/' },
)
forbid(
  'settings-are-plain',
  'The settings are read before anything runs and must be readable without running anything.',
  { path: '^src/config\\.ts$' },
  { pathNot: '^src/kernel/' },
)
for (const [name, below] of Object.entries(mayUse)) {
  const above = names.filter(other => other !== name && !below.includes(other))
  if (above.length > 0)
    forbid(
      `${name}-looks-down`,
      `Modules know each other only downwards, so that each can be read without those above it: ${name} may use ${below.join(', ') || 'no other'}.`,
      { path: `^src/${name}/` },
      { path: `^src/(${above.join('|')})/` },
    )
}
forbid(
  'nobody-knows-the-top',
  'application.ts, main.ts, the settings and Wexcombe put the modules together. A module that knew them could not be tested, or used, without the whole.',
  { path: modules, pathNot: tests },
  { path: '^src/((main|application|config)\\.ts$|example/)' },
)
forbid(
  'example-is-loaded-from-outside',
  'Wexcombe is a partnership like any other: it is loaded by the application, and whatever it needs of the modules it asks for at their doors.',
  { path: '^src/example/', pathNot: tests },
  { path: '^src/(main|application|config)\\.ts$' },
)
forbid(
  'use-the-door',
  'What a module has inside can be changed without asking anybody, as long as everybody comes in through its index.ts.',
  { path: modules },
  { path: modules, pathNot: ['^src/$1/', doors] },
)
forbid(
  'use-the-door-from-above',
  'The application, Wexcombe and the commands come in through the door as well, or the door would not say what a module offers.',
  { path: '^(src/([^/]+\\.ts$|example/)|bin/)', pathNot: tests },
  { path: modules, pathNot: doors },
)
forbid(
  'platform-has-doors',
  'Each part of the platform offers what its index.ts says, so that a page never depends on how a cookie is read.',
  { path: '^(bin/|src/(?!platform/))', pathNot: tests },
  { path: '^src/platform/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
)
forbid(
  'platform-has-doors-inside',
  'The parts of the platform meet at their doors as well: the web shell can be rewritten without reading accounts.',
  { path: '^src/platform/([^/]+)/', pathNot: tests },
  { path: '^src/platform/', pathNot: ['^src/platform/$1/', '^src/platform/[^/]+/index\\.ts$'] },
)
forbid(
  'rules-are-pure',
  'A rule that touches neither platform, package, Node nor plumbing is tested without setting anything up and gives the same answer everywhere.',
  { path: modules, pathNot: [plumbing, ...tests] },
  { path: ['^src/platform/', 'node_modules', plumbing], pathNot: doors },
)
forbid(
  'rules-ask-no-machine',
  'Files, time and chance come from Node: a rule is given them as arguments, so that it can be given others in a test.',
  { path: modules, pathNot: [plumbing, ...tests] },
  { dependencyTypes: ['core'] },
)
forbid(
  'rules-take-types-only',
  'A rule may name what another module knows, but a handler fetches it and passes it in: otherwise rules call each other across modules, unseen.',
  { path: modules, pathNot: [plumbing, ...tests] },
  { path: doors, dependencyTypesNot: ['type-only'] },
)
forbid(
  'tests-serve-tests',
  'What is made for tests must not run for a partnership.',
  { path: '^(src|bin)/', pathNot: [...tests, '^bin/(test|check|conform|db|permissions)(\\.ts$|/)'] },
  { path: tests },
)
forbid(
  'what-runs-is-installed',
  'A start installs the dependencies and not the development ones: the application would work on the machine where it was written, and nowhere else.',
  { path: '^src/', pathNot: tests },
  { dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
)
forbid(
  'only-the-database-knows-the-driver',
  'Every statement runs in a visit, which the platform makes: whoever had the driver could ask the database without saying for which partnership.',
  { path: '^src/', pathNot: ['^src/platform/db/', '\\.test\\.ts$'] },
  { path: 'node_modules/postgres/' },
)
forbid('no-circular', 'Of two files that need each other, neither can be read, tested or moved alone.', {}, { circular: true })
forbid('no-dead-end', 'An import that leads nowhere hides whatever the other rules would have said of it.', {}, { couldNotResolve: true })

module.exports = {
  forbidden,
  options: {
    // TypeScript 7 has no interface for other programs yet: without another parser nothing is read, and everything passes.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Runs in a browser, beside files that are copied there.
    exclude: { path: '^src/platform/web/assets/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
}
