import { FIRST_SETTINGS, Settings } from '../../contract/settings.ts'
import type { Db } from './openDatabase.ts'

interface SettingRow {
  readonly name: string
  readonly value: string
}

/** Every setting; one that was never made, or that another version kept in its own way, is as at first. */
export function readSettings(db: Db): Settings {
  const rows = db.prepare<[], SettingRow>('SELECT name, value FROM setting').all()
  const kept = new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
  const entries = Object.entries(Settings.shape).map(([name, own]) => {
    const read = own.safeParse(kept.get(name))
    return [name, read.success ? read.data : FIRST_SETTINGS[name as keyof Settings]]
  })
  return Settings.parse(Object.fromEntries(entries))
}

export function writeSettings(
  db: Db,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): void {
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  for (const [name, value] of Object.entries(change))
    if (value !== undefined) put.run(name, JSON.stringify(value))
}
