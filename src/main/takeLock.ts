import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppFault } from '../plan/fault.ts'

/** Holds `<file>.lock`, so that the desktop window and the web host never write one library at once. */
export function takeLock(file: string): () => void {
  const lock = `${file}.lock`
  mkdirSync(dirname(lock), { recursive: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const owner = Number(readFileSync(lock, 'utf8'))
      if (isAlive(owner))
        throw new AppFault('conflict', 'The library is open in another Tokenworks', [
          { path: lock, value: owner, expected: 'no other Tokenworks: close it, or name another --library' },
        ])
      // Its owner crashed: the lock means nothing any more.
      rmSync(lock, { force: true })
    }
  }
  throw new AppFault('conflict', 'Another Tokenworks took the library at the same moment')
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
