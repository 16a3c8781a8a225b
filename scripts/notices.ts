import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

const HEAD = `# Notices of third parties

What the product ships from others, with licence and text; written by \`npm run notices\` from the packages installed.
The desktop packages also hold Electron, whose notices stand beside its program as \`LICENSE.electron.txt\` and
\`LICENSES.chromium.html\`. better-sqlite3 holds SQLite, which is in the public domain; highs holds HiGHS, under the
licence given there. Builds of msgpackr-extract for one platform stand under the licence of msgpackr-extract. Sources of data are named row by row in \`resources/catalog\`.
`

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  /** Platforms that it is for; absent: all. */
  readonly os?: readonly string[]
}

/** The notices of all packages that the product needs to run, as Markdown. */
export function thirdPartyNotices(): string {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  const shipped = Object.entries(lock.packages).filter(
    ([path, own]) => path !== '' && own.dev !== true && own.devOptional !== true && own.os === undefined,
  )
  const sections = shipped.map(([path, own]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const licence = own.license ?? 'no licence named'
    return `## ${name} ${own.version}\n\n${licence}\n\n${licenceText(join(ROOT, path))}\n`
  })
  return [HEAD, ...sections].join('\n')
}

function licenceText(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed; run npm ci`)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|copyright|notice)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const found = texts.length > 0 ? texts : [fromReadme(folder)]
  return found.map((text) => `\`\`\`text\n${tidy(text)}\n\`\`\``).join('\n\n')
}

/** Some packages give their licence in the README only. */
function fromReadme(folder: string): string {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file))
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8')
  const section = /^#+\s*licen[cs]e\s*$(.*?)(?=^#|$(?![\s\S]))/ims.exec(text)?.[1]
  return section ?? 'The package brings no licence text of its own.'
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
