/** All that a host gives to the services; they know nothing else of where they run. */
export interface Ports {
  readonly host: 'electron' | 'web'
  readonly version: string
  readonly libraryFile: string
  /** Folder of the shipped, read-only files: catalog, templates, samples. */
  readonly resourcesFolder: string
  readonly log: (line: string) => void
  readonly now: () => Date
  /** PDF of a page that needs nothing but itself. */
  readonly printPdf: (html: string) => Promise<Uint8Array>
}
