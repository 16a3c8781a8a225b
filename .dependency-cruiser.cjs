/** One direction of imports: each room may import only the rooms named here (and itself). */
const rooms = {
  plan: [],
  catalog: ['plan'],
  engine: ['plan', 'catalog'],
  workbook: ['plan'],
  report: ['plan', 'catalog', 'engine', 'workbook'],
  exchange: ['plan', 'catalog', 'engine', 'report', 'workbook'],
  contract: ['plan'],
  main: ['contract', 'exchange', 'workbook', 'report', 'engine', 'catalog', 'plan'],
  host: ['main', 'contract', 'engine', 'catalog', 'plan'],
  cli: ['host', 'main', 'contract', 'exchange', 'workbook', 'report', 'engine', 'catalog', 'plan'],
  preload: ['contract'],
  renderer: ['contract', 'exchange', 'workbook', 'report', 'engine', 'catalog', 'plan'],
}

/** The same inside a room of the engine: folders from the lowest to the highest. Files beside them may import all. */
const floors = {
  'engine/throughput': ['names', 'step', 'factors', 'anchors', 'disaggregated', 'explain'],
  'engine/strategy': ['cuts', 'decisions', 'relaxation', 'plans', 'search'],
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports-only-its-own`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    ...Object.entries(floors).flatMap(([room, order]) =>
      order.slice(0, -1).map((floor, at) => ({
        name: `${floor}-of-${room.replace('/', '-')}-knows-nothing-above`,
        severity: 'error',
        from: { path: `^src/${room}/${floor}/`, pathNot: '\\.test\\.ts$' },
        to: { path: `^src/${room}/(${order.slice(at + 1).join('|')})/` },
      })),
    ),
    {
      name: 'audit-shares-no-formula-with-the-solver',
      severity: 'error',
      from: { path: '^src/engine/audit/' },
      // The bill of equipment, and taxes and loans, are claims, which it checks; what else is in their rooms stays out.
      to: {
        path: '^src/engine/(layers|results|problem|strategy|formulate|facility)',
        pathNot: '^src/engine/(facility/planTrains|results/money/resultAfterTax)',
      },
    },
    {
      name: 'queue-is-of-the-command-line-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/queue/' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'pure-rooms-know-no-host',
      severity: 'error',
      from: {
        path: '^src/(plan|catalog|engine|report|workbook|exchange|contract)/',
        pathNot: '\\.(test|node)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
