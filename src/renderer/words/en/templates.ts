/** What a new plan may begin from, by file name. */
export const templates: Readonly<Record<string, { readonly title: string; readonly description: string }>> = {
  meridian: {
    title: 'Meridian Tokens',
    description:
      'A fictional wholesale token operator: seven metro rooms of 2 to 4 MW and one campus, 2026 Q4 to 2031 Q4. Leases carry the first quarters, rooms take over, the campus opens when they are full.',
  },
  campus: {
    title: 'Campus',
    description:
      'One campus of up to 120 MW of IT in West Texas in phases of 20 MW; gas engines and solar may bridge the wait for the grid.',
  },
  'china-west-hub': {
    title: 'China west hub',
    description:
      "East Data, West Computing: demand of Shanghai, Chengdu and Shaoguan served from hubs at Ulanqab, Gui'an and Zhongwei on domestic accelerators.",
  },
  'colocation-suite': {
    title: 'Colocation suite',
    description:
      "Up to 4 MW of cages in a landlord's hall in Ashburn over three years: rent in place of a building, no grid connection of one's own, leased accelerators to begin on.",
  },
  'mine-conversion': {
    title: 'Mine conversion',
    description:
      'A crypto mine in North Dakota brings 60 MW that are energised today; halls are converted in steps of 10 MW within a year.',
  },
  'mixed-portfolio': {
    title: 'Mixed portfolio',
    description:
      'A campus of its own in West Texas, colocation in Frankfurt and Singapore, leased accelerators and tokens bought by API, side by side for users in three regions.',
  },
  'regional-rooms': {
    title: 'Regional rooms',
    description:
      'Three modular rooms of 2 to 4 MW close to their users in Dallas, Frankfurt and Tokyo, with leases to begin on.',
  },
}
