/** Stands for a figure while a sentence is made; of the private use area, so that no sentence has it. */
const FIRST = 0xe000
const MARK = /([\ue000-\ue0ff])/

/** A sentence in parts: its texts, and its figures by their place among those given. */
export function splitAtFigures(
  say: (...figures: string[]) => string,
  count: number,
): readonly (string | number)[] {
  const marks = Array.from({ length: count }, (_, place) => String.fromCharCode(FIRST + place))
  return say(...marks)
    .split(MARK)
    .filter((part) => part !== '')
    .map((part) => (MARK.test(part) ? part.charCodeAt(0) - FIRST : part))
}
