// The architecture table of docs/architecture.md as failing checks. Each comment tells the reader what to do instead.

/** A domain folder of shared/ that may import only itself and the listed neighbours. */
const onlySees = (folder, neighbours, comment) => ({
  name: `${folder}-sees-only-its-neighbours`,
  severity: 'error',
  comment,
  from: { path: `^shared/${folder}/` },
  to: { path: '^(shared|functions|infra)/', pathNot: `^shared/(${[folder, ...neighbours].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        'Domain code decides; only adapters talk to AWS. Add a port next to the domain and implement it in shared/adapters/.',
      from: { path: '^shared/(?!adapters/|runtime/)' },
      to: {
        path: '^node_modules/(@aws-sdk|@smithy|@aws-lambda-powertools|@middy|aws-cdk-lib|dynamodb-toolbox)/|^shared/(adapters|runtime)/',
      },
    },
    {
      name: 'core-does-no-io',
      severity: 'error',
      comment:
        'Domain code gets bytes and time as data. Read files and sockets in shared/adapters/ or functions/.',
      from: { path: '^shared/(?!adapters/|runtime/)' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|dns|tls|dgram|os|process)$',
      },
    },
    onlySees(
      'text',
      [],
      'Escaping knows no other part. Move what needs the domain into the renderer that calls it.',
    ),
    onlySees(
      'compliance',
      [],
      'A framework names checks and rules by their ids; who has them resolves the ids, and a test checks them.',
    ),
    onlySees('i18n', [], 'Messages are templates and data; pass the texts in.'),
    onlySees('config', ['text', 'account', 'i18n'], 'Configuration is a schema and its values.'),
    onlySees('events', ['text'], 'An event is what CloudTrail said. What it means belongs in shared/rules/.'),
    onlySees('account', ['policy'], 'The account is plain data behind a port.'),
    onlySees(
      'policy',
      ['text'],
      'Policy analysis takes documents, requests and account facts as plain data; whoever has a snapshot or an event passes them in.',
    ),
    onlySees(
      'explanation',
      ['policy', 'i18n', 'text'],
      'An explanation says a policy in sentences. What a policy means is decided in shared/policy/; printing is the job of the command.',
    ),
    onlySees('history', ['events'], 'History answers what was seen before; rules declare what they need.'),
    onlySees(
      'rules',
      ['events', 'policy', 'account', 'history'],
      'A rule is a pure function of what happened. Findings, alerts and texts are made from its matches elsewhere.',
    ),
    onlySees(
      'review',
      ['policy', 'account', 'rules'],
      'A check is a pure function of a snapshot and a clock. Severities and AWS facts are shared with the rules; findings are made from verdicts elsewhere.',
    ),
    onlySees(
      'findings',
      ['events', 'rules', 'review', 'i18n'],
      'A finding is made from matches and verdicts; alerts and stores come after it.',
    ),
    onlySees(
      'inventory',
      ['events', 'rules'],
      'The inventory is counted from matches; where it is kept is the job of an adapter.',
    ),
    onlySees(
      'alerts',
      ['events', 'findings', 'rules', 'i18n', 'text'],
      'An alert is rendered from findings; sending it is the job of an adapter.',
    ),
    onlySees(
      'neighbours',
      ['events', 'findings', 'rules'],
      'What another service found is parsed and joined as plain data; storing and telling it is a use case.',
    ),
    onlySees(
      'reconcile',
      ['events', 'rules', 'config'],
      'What should have arrived is told from events and triggers; asking CloudTrail and the stores is the job of adapters.',
    ),
    onlySees(
      'health',
      ['config', 'rules', 'reconcile'],
      'What an installation needs is judged from plain data; asking AWS for it is the job of an adapter.',
    ),
    onlySees(
      'custom-rules',
      ['events', 'rules', 'history', 'text'],
      'A custom rule is plain data that is interpreted where events are checked. What reads files of rules belongs in shared/sigma/.',
    ),
    onlySees(
      'sigma',
      ['events', 'rules', 'text', 'custom-rules'],
      'Sigma files become plain data (shared/custom-rules/); what runs them belongs there.',
    ),
    {
      name: 'use-cases-know-no-adapter',
      severity: 'error',
      comment: 'A use case takes ports. The wire.ts of an entry point chooses the adapter.',
      from: { path: '^shared/app/' },
      to: { path: '^shared/(adapters|runtime)/|^(functions|infra)/' },
    },
    {
      name: 'adapters-stand-alone',
      severity: 'error',
      comment: 'An adapter implements one port. Two that need each other share a port, not code.',
      from: { path: '^shared/adapters/([^/]+)/', pathNot: '^shared/adapters/embedded/' },
      to: { path: '^shared/(adapters|app)/', pathNot: '^shared/adapters/$1/' },
    },
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      comment: 'Entry points translate and wire. Code that two of them need belongs in shared/.',
      from: { path: '^(shared|infra)/' },
      to: { path: '^functions/' },
    },
    {
      name: 'entry-points-stand-alone',
      severity: 'error',
      comment: 'Entry points translate and wire. Code that two of them need belongs in shared/.',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'infra-sees-triggers-only',
      severity: 'error',
      comment:
        'The infrastructure is made from CDK, configuration and the triggers of the rules, not from run-time code.',
      from: { path: '^infra/aws/' },
      to: {
        path: '^(shared|functions)/',
        pathNot:
          '^shared/(rules|events|config|custom-rules|sigma|reconcile|neighbours)/|^shared/adapters/files/read-rule-folder[.]ts$',
      },
    },
    {
      name: 'functions-read-no-yaml-of-rules',
      severity: 'error',
      comment:
        'Custom rules reach the functions as data (docs/adr/0012-sigma.md). The reader and RE2 would make the bundles half as large again.',
      from: { path: '^functions/(?!cli/)|^shared/(?!sigma/)', pathNot: '^shared/sigma/' },
      to: { path: '^shared/sigma/' },
    },
    {
      name: 'no-production-on-test',
      severity: 'error',
      comment: 'Production code must not import tests or the tools of the end-to-end run.',
      from: { path: '^(shared|functions|infra/aws)/' },
      to: { path: '^test/|^infra/e2e/|^node_modules/(vitest|fast-check|tinybench)/' },
    },
    {
      name: 'ordinary-traffic-knows-no-rule',
      severity: 'error',
      comment:
        'What is ordinary must not be decided by what the rules think of it: the generator of npm run bench:noise tells its stories alone. Give it the value, or compare in test/bench/noise/.',
      from: { path: '^test/bench/noise/generator/' },
      to: { path: '^(shared|functions|infra|test)/', pathNot: '^test/bench/noise/generator/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that import each other are one idea or three. Merge them, or take out what both need.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      comment: 'The import leads nowhere: mend the path or add the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-production',
      severity: 'error',
      comment:
        'Production code imports a package that is installed only for development: move it to "dependencies".',
      from: { path: '^(shared|functions)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        // The swc parser cannot tell type imports; packages that hold nothing but types are named.
        pathNot: 'node_modules/(@types|@slack/types)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
