import { z } from 'zod'

/**
 * How many units stand for how many are needed:
 *
 *   N         as many as the load needs
 *   N+1, N+2  so many spare, once in each block
 *   2N        two full sets;  2(N+1) two sets with a spare each
 *   4N3R      four share the load of three, in fours
 *   block     one spare (catcher) for every five
 */
export const Redundancy = z
  .string()
  .regex(
    /^(N|N\+[1-9]|2N|2\(N\+1\)|[2-9]N[1-8]R|block)$/,
    'a redundancy scheme: N, N+1 to N+9, 2N, 2(N+1), block, or a shared one such as 4N3R',
  )
  .refine(
    (scheme) => !/^\dN\dR$/.test(scheme) || Number(scheme[0]) > Number(scheme[2]),
    'a shared scheme with more units than it needs, such as 4N3R: with none to spare it is N',
  )
