const NOT_A_TEST = String.raw`\.test\.tsx?$|/test/|/vitest\.config\.ts$`

/** The arrows of ARCHITECTURE.md. Each rule has a planted violation in scripts/arrows.test.ts. */
const forbidden = [
  rule('no-circles', 'Modules that need one another are one module, or hide a third.', {}, { circular: true }),
  rule('no-unknown-modules', 'An import has to lead somewhere.', {}, { couldNotResolve: true }),

  rule(
    'contracts-import-zod-only',
    'The contract is what all sides share, so it depends on none of them.',
    { path: '^packages/contracts/src/', pathNot: NOT_A_TEST },
    { pathNot: '^packages/contracts/src/|node_modules/zod/' },
  ),
  rule(
    'domain-is-pure',
    'Rules know contracts and other rules: no clock, network, database or file.',
    { path: '^packages/domain/src/', pathNot: NOT_A_TEST },
    { pathNot: '^packages/(domain|contracts)/src/' },
  ),
  rule(
    'client-knows-contracts-only',
    'The client is the contract over HTTP.',
    { path: '^packages/client/src/', pathNot: NOT_A_TEST },
    { pathNot: '^packages/(client|contracts)/src/|node_modules/zod/' },
  ),
  rule(
    'ui-has-no-data',
    'Shared components get their data as properties, and know neither client nor router.',
    { path: '^packages/ui/src/' },
    { path: '^packages/client/|node_modules/(react-router|@tanstack/react-query)/' },
  ),
  rule(
    'packages-know-no-app',
    'Arrows lead from the apps to the packages.',
    { path: '^packages/' },
    { path: '^(apps|e2e|bench|prisma)/' },
  ),
  rule(
    'prisma-knows-no-app',
    'The model and its engine stand below the API.',
    { path: '^prisma/' },
    { path: '^(apps|e2e|bench)/' },
  ),
  rule(
    'apps-meet-over-http',
    'The API, the desk and the extranet know one another by contract only.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  rule('screens-know-no-database', 'A screen asks the API.', { path: '^apps/(desk|extranet)/' }, { path: '^prisma/' }),

  rule(
    'shared-knows-no-feature',
    'Inside an app: shared ← features ← pages.',
    { path: '^apps/(desk|extranet)/src/shared/' },
    { path: '^apps/[^/]+/src/(features|pages)/' },
  ),
  rule(
    'features-know-no-page',
    'Inside an app: shared ← features ← pages.',
    { path: '^apps/(desk|extranet)/src/features/' },
    { path: '^apps/[^/]+/src/pages/' },
  ),
  rule(
    'features-meet-in-pages',
    'What two features need goes down to shared.',
    { path: '^apps/([^/]+)/src/features/([^/]+)/' },
    { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
  ),

  rule(
    'platform-knows-no-wing',
    'Inside the API: platform ← wings.',
    { path: '^apps/api/src/platform/', pathNot: NOT_A_TEST },
    { path: '^apps/api/src/', pathNot: String.raw`^apps/api/src/(platform/|env\.ts$)` },
  ),
  rule(
    'wings-know-no-composition',
    'main, worker and app know the wings, not the other way round.',
    { path: '^apps/api/src/(?!commands/)[^/]+/', pathNot: NOT_A_TEST },
    { path: String.raw`^apps/api/src/((main|worker|app)\.ts$|commands/)` },
  ),
  rule(
    'wings-share-no-routes',
    "A wing uses another wing's commands and finders, never its routes.",
    { path: '^apps/api/src/([^/]+)/', pathNot: NOT_A_TEST },
    { path: String.raw`^apps/api/src/[^/]+/.*routes\.ts$`, pathNot: '^apps/api/src/$1/' },
  ),
  rule(
    'extranet-knows-no-notes',
    'Internal notes are for staff: what customers reach cannot import their code.',
    { path: String.raw`^apps/api/src/.*extranet[^/]*\.ts$`, pathNot: NOT_A_TEST },
    { path: '^apps/api/src/.*/notes/|^apps/api/src/.*[/-]notes?[.-]' },
  ),
  ...moneyFlowsOneWay(),
]

/** Money flows from wing to wing in this order; only a wing that reads what was earned looks back. */
function moneyFlowsOneWay() {
  const back = [
    ['time', 'helpdesk|invoicing|bookkeeping|reports'],
    ['agreements', 'helpdesk|time|invoicing|bookkeeping|reports'],
    ['helpdesk', 'invoicing|bookkeeping|reports'],
    ['invoicing', 'helpdesk|bookkeeping|reports'],
  ]
  return back.map(([wing, others]) =>
    rule(
      `money-flows-one-way-from-${wing}`,
      'helpdesk → time → agreements → invoicing → bookkeeping, reports.',
      { path: `^apps/api/src/${wing}/`, pathNot: NOT_A_TEST },
      { path: `^apps/api/src/(${others})/` },
    ),
  )
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
