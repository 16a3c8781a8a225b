import { z } from 'zod'
import { Note } from './common.ts'

/** As the catalog's own ids: small letters. */
const RowId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'small letters, digits, dot, dash or underscore, as catalog ids are')
const Name = z.string().trim().min(1, 'a text').max(120)
const within = (min: number, max: number) => z.number().min(min).max(max)

/**
 * An accelerator that the catalog does not have: what its data sheet says. What is left out is estimated from a
 * relative in the catalog and marked as grade C.
 */
export const CustomAccelerator = z.strictObject({
  id: RowId,
  name: Name,
  vendor: Name,
  memoryGb: within(1, 2000),
  memBwTbS: within(0.05, 100),
  /** Dense, without sparsity. */
  bf16TflopsDense: within(1, 100_000).optional(),
  fp8TflopsDense: within(1, 200_000).optional(),
  fp4TflopsDense: within(1, 400_000).optional(),
  int8TopsDense: within(1, 200_000).optional(),
  tdpW: within(20, 5000).optional(),
  scaleupGbSUnidir: within(1, 10_000).optional(),
  scaleupDomainSize: z.int().min(1).max(20_000).optional(),
  accelPerServer: z.int().min(1).max(72).optional(),
  cooling: z.enum(['air', 'liquid']).optional(),
  priceUsd: within(50, 200_000).optional(),
  /** Software that programs are written against, as in CUDA or CANN. */
  ecosystem: Name.optional(),
  /** Catalog id of the accelerator that it takes after; absent: the nearest of its vendor, else of all. */
  likeId: z.string().min(1).optional(),
  source: z.string().trim().min(1, 'where the figures come from').max(500),
  note: Note.optional(),
})
export type CustomAccelerator = z.infer<typeof CustomAccelerator>

/** A model that the catalog does not have: what its configuration says; the rest is estimated from a relative. */
export const CustomModel = z.strictObject({
  id: RowId,
  name: Name,
  totalParamsB: within(0.1, 20_000),
  /** Parameters that a token uses; absent: all of them, a dense model. */
  activeParamsB: within(0.1, 20_000).optional(),
  layers: z.int().min(1).max(500).optional(),
  hidden: z.int().min(64).max(100_000).optional(),
  qHeads: z.int().min(1).max(1000).optional(),
  kvHeads: z.int().min(1).max(1000).optional(),
  headDim: z.int().min(8).max(4096).optional(),
  nExperts: z.int().min(1).max(10_000).optional(),
  topK: z.int().min(1).max(1000).optional(),
  /** Elements of the KV cache per token, over all layers; absent: from heads and layers. */
  kvElemsPerToken: within(1, 10_000_000).optional(),
  context: z.int().min(512).max(100_000_000).optional(),
  licence: Name.optional(),
  likeId: z.string().min(1).optional(),
  source: z.string().trim().min(1, 'where the figures come from').max(500),
  note: Note.optional(),
})
export type CustomModel = z.infer<typeof CustomModel>
