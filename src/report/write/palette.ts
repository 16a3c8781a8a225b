/** Okabe-Ito and four more hues: told apart by colour-blind readers, and in grey by their order in the legend. */
export const HUES = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7a8699',
  '#8f7ac2',
  '#b5a642',
  '#004c6d',
  '#94d2bd',
  '#9b2226',
] as const
