/** A line of progress for who watches; a pipe or a file gets none. */
export function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text} ...\n`)
}
