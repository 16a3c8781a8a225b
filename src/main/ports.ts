import type { HandedFile, MenuOrder } from '../contract/desktop.ts'

/** What the desktop has beside the page. */
export interface DesktopPort {
  readonly showMenu: (order: MenuOrder) => void
  /** Asks for files by the system's dialog. */
  readonly openFiles: () => Promise<HandedFile[]>
  /** Files that the system handed over since the last call. */
  readonly takeFiles: () => HandedFile[]
}

/** All that a host gives to the services; they know nothing else of where they run. */
export interface Ports {
  readonly host: 'electron' | 'web'
  readonly version: string
  readonly libraryFile: string
  /** Folder of the shipped, read-only files: catalog, templates, samples. */
  readonly resourcesFolder: string
  readonly log: (line: string) => void
  readonly now: () => Date
  /** Absent where a browser shows the page. */
  readonly desktop?: DesktopPort
  /** PDF of a page that needs nothing but itself; ends without one once the signal says so. */
  readonly printPdf: (html: string, signal?: AbortSignal) => Promise<Uint8Array>
}
