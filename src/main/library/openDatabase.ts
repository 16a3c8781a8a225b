import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AppFault } from '../../plan/fault.ts'
import { MIGRATIONS } from './migrations/migrations.ts'

/** "TKWK": says that a SQLite file is a library of ours. */
const APPLICATION_ID = 0x544b574b

export type Db = Database.Database

/** Opens or makes the library file; a newer, foreign or damaged one is refused and left untouched. */
export function openDatabase(file: string, migrations = MIGRATIONS): { db: Db; isNew: boolean } {
  mkdirSync(dirname(file), { recursive: true })
  const isNew = !existsSync(file) || statSync(file).size === 0
  const version = isNew ? 0 : inspect(file, migrations.length)
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    if (isNew) db.pragma(`application_id = ${APPLICATION_ID}`)
    if (!isNew && version < migrations.length) backUp(db, file, version)
    migrate(db, migrations, version)
    return { db, isNew }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Reads the version without writing a byte. */
function inspect(file: string, newest: number): number {
  let db: Db | undefined
  try {
    db = new Database(file, { readonly: true })
    const id = db.pragma('application_id', { simple: true })
    const version = Number(db.pragma('user_version', { simple: true }))
    const check = db.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw damaged(file, String(check))
    if (id !== APPLICATION_ID) throw damaged(file, 'a database of another program')
    if (version > newest)
      throw new AppFault('newer-version', 'The library was written by a newer Tokenworks', [
        { path: file, value: version, expected: `version ${newest} or older: update Tokenworks` },
      ])
    return version
  } catch (error) {
    if (error instanceof AppFault) throw error
    throw damaged(file, error instanceof Error ? error.message : String(error))
  } finally {
    db?.close()
  }
}

function damaged(file: string, why: string): AppFault {
  return new AppFault('damaged', 'The library file cannot be used; it was left as it is', [
    { path: file, value: why, expected: 'a sound library: restore a backup beside it, or name another file' },
  ])
}

function backUp(db: Db, file: string, version: number): void {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  db.prepare('VACUUM INTO ?').run(`${file}.v${version}.${stamp}.backup`)
}

function migrate(db: Db, migrations: readonly string[], version: number): void {
  for (let next = version; next < migrations.length; next++) {
    db.transaction(() => {
      db.exec(migrations[next]!)
      db.pragma(`user_version = ${next + 1}`)
    }).exclusive()
  }
}
