import { z } from 'zod'
import { CakeSlice } from '../plan/result/cake.ts'
import { PlanResult } from '../plan/result/result.ts'
import { Id } from '../plan/schema/common.ts'
import { Plan } from '../plan/schema/plan.ts'
import { HandedFile, MenuOrder } from './desktop.ts'
import { ExportFormat, ImportOrder, ImportPreview, LibraryFile } from './exchange.ts'
import { Settings } from './settings.ts'

/** A result small enough to be seen on a card. */
export const PlanThumb = z.object({
  /** The cake of the last period over all sites. */
  cake: z.array(
    CakeSlice.pick({ layer: true, capacityTokS: true, needTokS: true, headroomShare: true, isBinding: true }),
  ),
  /** MW of all sites by period. */
  builtItMw: z.array(z.number()),
  usedItMw: z.array(z.number()),
})
export type PlanThumb = z.infer<typeof PlanThumb>

/** One plan on the shelf. */
export const PlanCard = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  isStarred: z.boolean(),
  isArchived: z.boolean(),
  isTrashed: z.boolean(),
  /** The plan it was duplicated or branched from. */
  parentId: Id.nullable(),
  /** Revision of the parent that a branch began from; null where it is no branch, or the revision is gone. */
  baseRevisionId: z.int().nullable(),
  updatedAt: z.iso.datetime(),
  siteCount: z.int(),
  gridLimitMw: z.number(),
  /** Figures of the newest result; null where the plan has none. */
  result: PlanResult.shape.summary
    .extend({
      status: PlanResult.shape.solver.shape.status,
      gapShare: z.number(),
      isStale: z.boolean(),
      cash: PlanResult.shape.cash,
      /** Null in results of older versions. */
      thumb: PlanThumb.nullable(),
    })
    .nullable(),
})
export type PlanCard = z.infer<typeof PlanCard>

/** A plan as it stands after a call: every edit answers with it. */
export const OpenedPlan = z.object({
  plan: Plan,
  /** Number of the last change; an edit must name the version that it saw. */
  version: z.int(),
  /** Label of the change that undo would take back; null: nothing to undo. */
  undoLabel: z.string().nullable(),
  redoLabel: z.string().nullable(),
  /** SHA-256 of the canonical plan. */
  inputsHash: z.string(),
  savedAt: z.iso.datetime(),
})
export type OpenedPlan = z.infer<typeof OpenedPlan>

export const Revision = z.object({
  id: z.int(),
  planId: Id,
  name: z.string(),
  at: z.iso.datetime(),
  version: z.int(),
  inputsHash: z.string(),
})
export type Revision = z.infer<typeof Revision>

export const Change = z.object({ version: z.int(), label: z.string(), at: z.iso.datetime() })
export type Change = z.infer<typeof Change>

/** How a report is written; the same words on screen, in calls and on the command line. */
export const ReportFormat = z.enum(['html', 'pdf', 'xlsx', 'docx', 'csv', 'json'])
export type ReportFormat = z.infer<typeof ReportFormat>
export const Paper = z.enum(['A4', 'Letter'])
export type Paper = z.infer<typeof Paper>
export const ReportLanguage = z.enum(['en', 'zh'])
export type ReportLanguage = z.infer<typeof ReportLanguage>

/** A file that a service made, for the screen to save. */
const MadeFile = z.object({ fileName: z.string(), base64: z.string() })

const OneId = z.strictObject({ id: Id })
const Nothing = z.null()
/** What the screen calls work that it may stop. */
const Job = z.uuid()
const Label = z.string().min(1).max(200)

/** One public run as a point of throughput against interactivity. */
export const MeasuredPoint = z.object({
  source: z.string(),
  precision: z.string(),
  software: z.string(),
  accelCount: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  concurrency: z.number(),
  /** Output tokens per second that one user sees: those of all accelerators over the requests in flight. */
  tokSPerUser: z.number(),
  outputTokSPerAccel: z.number(),
})
export type MeasuredPoint = z.infer<typeof MeasuredPoint>

/**
 * Every call between a screen and the services: what goes in, what comes out. Both hosts check both ends against
 * this table, so a call that is not here does not exist.
 */
export const contract = {
  'app.info': {
    in: Nothing,
    out: z.object({ version: z.string(), host: z.enum(['electron', 'web']), libraryFile: z.string() }),
  },
  'settings.read': { in: Nothing, out: Settings },
  /** Changes the settings named, and answers with all. */
  'settings.write': { in: Settings.partial(), out: Settings },
  /** Draws the desktop's menu bar; a browser has none. */
  'desktop.showMenu': { in: MenuOrder, out: Nothing },
  /** Asks for files by the desktop's own dialog. */
  'desktop.openFiles': { in: Nothing, out: z.array(HandedFile) },
  /** Files that the desktop handed over since the last call: by a double click, as an argument, from recent ones. */
  'desktop.takeFiles': { in: Nothing, out: z.array(HandedFile) },
  /** The catalog's files as text, by file name without `.csv`. */
  'catalog.read': { in: Nothing, out: z.record(z.string(), z.string()) },
  /** Public runs of a model on an accelerator (catalog ids) that the throughput model was fitted on. */
  'measurements.read': {
    in: z.strictObject({ modelId: z.string().max(64), acceleratorId: z.string().max(64) }),
    out: z.array(MeasuredPoint),
  },
  'templates.list': {
    in: Nothing,
    out: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })),
  },
  'plans.list': { in: Nothing, out: z.array(PlanCard) },
  /** Full text over names, descriptions, notes, sites, models and accelerators. */
  'plans.search': { in: z.strictObject({ text: z.string().max(200) }), out: z.array(PlanCard) },
  'plans.open': { in: OneId, out: OpenedPlan },
  'plans.createFromTemplate': {
    in: z.strictObject({
      template: z.string().max(64),
      name: Label,
      /** Of the names, notes and description inside. */
      language: z.enum(['en', 'zh']).default('en'),
    }),
    out: OpenedPlan,
  },
  /** Imports one plan document; the id is made new where it is taken. */
  'plans.import': { in: z.strictObject({ text: z.string().max(6_000_000) }), out: OpenedPlan },
  'plans.export': { in: OneId, out: z.object({ fileName: z.string(), text: z.string() }) },
  'plans.duplicate': { in: z.strictObject({ id: Id, name: Label }), out: OpenedPlan },
  /** A child plan from the plan as it stands (kept as a revision) or from one of its revisions. */
  'plans.branch': {
    in: z.strictObject({ id: Id, name: Label, revisionId: z.int().optional() }),
    out: OpenedPlan,
  },
  /** Archives every other plan of the family that is not in the trash. */
  'plans.promote': { in: OneId, out: Nothing },
  /** Replaces the plan by an edited one; `baseVersion` that is not the newest answers `conflict`. */
  'plans.edit': {
    in: z.strictObject({ id: Id, baseVersion: z.int(), label: Label, plan: Plan }),
    out: OpenedPlan,
  },
  'plans.undo': { in: OneId, out: OpenedPlan },
  'plans.redo': { in: OneId, out: OpenedPlan },
  'plans.changes': { in: OneId, out: z.array(Change) },
  'plans.setShelf': {
    in: z.strictObject({
      id: Id,
      isStarred: z.boolean().optional(),
      isArchived: z.boolean().optional(),
      isTrashed: z.boolean().optional(),
      tags: z.array(z.string().max(60)).max(20).optional(),
    }),
    out: PlanCard,
  },
  /** Removes a plan from the trash for good. */
  'plans.erase': { in: OneId, out: Nothing },
  /** What a file would change in a plan; nothing is changed. */
  'exchange.preview': { in: ImportOrder, out: ImportPreview },
  /** Takes over what the preview of the same file showed, as one edit. */
  'exchange.accept': { in: ImportOrder.extend({ baseVersion: z.int(), label: Label }), out: OpenedPlan },
  'exchange.export': { in: z.strictObject({ id: Id, format: ExportFormat }), out: MadeFile },
  /** Every plan with revisions and newest result, as one file; and all of such a file or nothing. */
  'library.export': { in: Nothing, out: MadeFile },
  'library.import': { in: LibraryFile, out: z.object({ count: z.int() }) },
  /** Two to six plans of the library side by side, or what changed since a revision. */
  'reports.compare': {
    in: z.strictObject({
      job: Job.optional(),
      plans: z
        .array(z.strictObject({ id: Id, revisionId: z.int().optional() }))
        .min(2)
        .max(6),
      kind: z.enum(['comparison', 'change']),
      format: ReportFormat,
      paper: Paper,
      language: ReportLanguage,
    }),
    out: MadeFile,
  },
  /** The build-out report of a plan as it stands or as a revision keeps it, where these inputs are solved. */
  'reports.write': {
    in: z.strictObject({
      job: Job.optional(),
      id: Id,
      revisionId: z.int().optional(),
      format: ReportFormat,
      paper: Paper,
      language: ReportLanguage,
      sections: z.array(z.string().max(40)).max(40).optional(),
    }),
    out: MadeFile,
  },
  /** Ends a report on its way, which then answers `conflict`; nothing where it is made already. */
  'reports.stop': { in: z.strictObject({ job: Job }), out: Nothing },
  'revisions.list': { in: OneId, out: z.array(Revision) },
  'revisions.add': { in: z.strictObject({ id: Id, name: Label }), out: Revision },
  'revisions.read': { in: z.strictObject({ revisionId: z.int() }), out: Plan },
  /** Keeps a result with the hash of the inputs that made it. */
  'results.save': { in: z.strictObject({ planId: Id, result: PlanResult }), out: Nothing },
  /** The newest result of a plan as it stands, or of other inputs of it; else its newest, then stale. */
  'results.read': {
    in: z.strictObject({ id: Id, inputsHash: z.string().max(64).optional() }),
    out: z.object({ result: PlanResult, isStale: z.boolean(), at: z.iso.datetime() }).nullable(),
  },
} as const

export type Channel = keyof typeof contract
export type In<C extends Channel> = z.infer<(typeof contract)[C]['in']>
export type Out<C extends Channel> = z.infer<(typeof contract)[C]['out']>
export type Handlers = { [C in Channel]: (input: In<C>) => Out<C> | Promise<Out<C>> }
export type Invoke = <C extends Channel>(channel: C, input: In<C>) => Promise<Out<C>>

/** Failures are values: the screen switches on `code`, people read `message` and one line a fault. */
export const Fault = z.object({
  code: z.enum(['bad-input', 'not-found', 'conflict', 'damaged', 'newer-version', 'internal']),
  message: z.string(),
  faults: z.array(z.object({ path: z.string(), value: z.unknown(), expected: z.string() })),
})
export type Fault = z.infer<typeof Fault>
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }
