/** Every screen by the name that stands in the address. */
export const SCREENS = [
  ...(['overview', 'agents', 'scheduling', 'distribution', 'models', 'accelerators', 'facility'] as const),
  ...([
    'power',
    'build-out',
    'sites',
    'flows',
    'money',
    'audit',
    'why',
    'vary',
    'compare',
    'report',
    'plan',
    'catalog',
    'exchange',
    'library',
  ] as const),
] as const
export type Screen = (typeof SCREENS)[number]
