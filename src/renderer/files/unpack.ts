import { CallFault } from '../transport/invoke.ts'

/** A file that was packed by gzip, such as a trace as it is downloaded, unpacked; any other as it is. */
export async function unpack(file: File): Promise<File> {
  if (!/\.gz$/i.test(file.name)) return file
  const text = file.stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    return new File([await new Response(text).blob()], file.name.replace(/\.gz$/i, ''))
  } catch {
    throw new CallFault({
      ...{ code: 'bad-input', message: 'The file is no archive that can be read' },
      faults: [
        {
          ...{ path: 'file', value: 'a damaged file, or another kind of file' },
          expected: 'a file packed by gzip',
        },
      ],
    })
  }
}
