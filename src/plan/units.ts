/** Tokens in the Mtok in which the problem counts them. */
export const TOKENS_PER_MTOK = 1e6
/** US dollars in the million in which the problem and its results count them. */
export const USD_PER_MUSD = 1e6
