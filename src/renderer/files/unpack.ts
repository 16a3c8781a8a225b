/** A file that was packed by gzip, such as a trace as it is downloaded, unpacked; any other as it is. */
export async function unpack(file: File): Promise<File> {
  if (!/\.gz$/i.test(file.name)) return file
  const text = file.stream().pipeThrough(new DecompressionStream('gzip'))
  return new File([await new Response(text).blob()], file.name.replace(/\.gz$/i, ''))
}
