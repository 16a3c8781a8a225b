import type { InputFault } from '../../../plan/fault.ts'

/** A record of a benchmark file, read field by field; what is missing or wrong is noted under its path. */
export class Fields {
  readonly path: string
  readonly faults: InputFault[] = []
  readonly #record: Readonly<Record<string, unknown>>

  constructor(path: string, record: unknown) {
    this.path = path
    const isRecord = typeof record === 'object' && record !== null && !Array.isArray(record)
    this.#record = isRecord ? (record as Record<string, unknown>) : {}
    if (!isRecord) this.fault('', record, 'a record of fields')
  }

  fault(field: string, value: unknown, expected: string): undefined {
    this.faults.push({ path: field === '' ? this.path : `${this.path}, ${field}`, value, expected })
    return undefined
  }

  has(field: string): boolean {
    return this.#record[field] !== undefined && this.#record[field] !== null
  }

  raw(field: string): unknown {
    return this.#record[field]
  }

  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.#record[name]
      if (typeof value === 'string' && value !== '') return value
    }
    return undefined
  }

  /** A number above zero; text that is one counts. Absent is undefined without a fault. */
  maybe(field: string): number | undefined {
    if (!this.has(field)) return undefined
    const raw = this.#record[field]
    const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw.replaceAll(',', '')) : raw
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
    return this.fault(field, raw, 'a number above 0')
  }

  /** The same, and a fault where it is absent. */
  number(field: string): number | undefined {
    if (!this.has(field)) return this.fault(field, undefined, 'a number above 0')
    return this.maybe(field)
  }
}
