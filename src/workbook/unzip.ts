import { Unzip, UnzipInflate } from 'fflate'
import { AppFault } from '../plan/fault.ts'

/** A slice as it is fed to the unpacker: at the densest packing (1 : 1,032) it grows to 16 MiB. */
const SLICE_BYTES = 16 * 1024
const MOST_BYTES = 96 * 1024 * 1024
const MOST_FILES = 2000
/** What the unpacker finds wrong says nothing to a planner. */
const DAMAGED = 'a damaged archive'

/** Whether a file begins as a ZIP archive does, with "PK"; XLSX files are such. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/**
 * The wanted files of an archive as text, by name. It unpacks slice by slice and stops at a limit, so that a small file
 * that claims or holds gigabytes costs no memory. Names are only compared, never used as paths.
 */
export function unzipTexts(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  const parts = new Map<string, Uint8Array[]>()
  let total = 0
  let files = 0
  const unzip = new Unzip((file) => {
    files += 1
    if (files > MOST_FILES) throw tooLarge(`${files} files`)
    if (!isWanted(file.name)) return
    if (parts.has(file.name)) throw unreadable(`two files named ${file.name}`)
    const chunks: Uint8Array[] = []
    parts.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      // What this very function threw before comes back through the unpacker.
      if (error) throw error instanceof AppFault ? error : unreadable(DAMAGED)
      total += chunk.length
      if (total > MOST_BYTES) throw tooLarge(`more than ${MOST_BYTES / 1024 / 1024} MiB unpacked`)
      chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  if (bytes.length < 4 || !isZip(bytes)) throw unreadable('no archive')
  try {
    for (let at = 0; at < bytes.length; at += SLICE_BYTES)
      unzip.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length)
  } catch (error) {
    if (error instanceof AppFault) throw error
    throw unreadable(DAMAGED)
  }
  return new Map([...parts].map(([name, chunks]) => [name, toText(name, chunks)]))
}

function toText(name: string, chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
  } catch {
    throw unreadable(`${name} in it that is no UTF-8`)
  }
}

function unreadable(value: string): AppFault {
  return new AppFault('bad-input', 'The file is no archive that can be read', [
    { path: 'file', value, expected: 'an XLSX file as a spreadsheet program saves it' },
  ])
}

function tooLarge(value: string): AppFault {
  return new AppFault('bad-input', 'The file unpacks to more than is read', [
    { path: 'file', value, expected: `at most ${MOST_BYTES / 1024 / 1024} MiB in ${MOST_FILES} files` },
  ])
}
