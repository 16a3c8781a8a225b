type Sentence = (a: string, b: string, c: string, d: string) => string
const sentence = (own: Sentence): Sentence => own

export const problems = {
  title: 'Problems',
  close: 'Close problems',
  none: 'Nothing to look at: every value fits, and none is unusual.',
  error: 'Must be mended',
  warning: 'Look again',
  count: (count: number) => (count === 0 ? 'No problems' : count === 1 ? '1 problem' : `${count} problems`),
  blocked: 'The plan cannot be solved before these are mended.',
  sentences: {
    'empty-demand': sentence(() => 'Nobody asks for tokens yet: add a line of demand, from an archetype.'),
    'empty-models': sentence(() => 'No model serves the demand yet: add one from the catalog.'),
    'empty-accelerators': sentence(() => 'The sites have nothing to run models on yet: add an accelerator.'),
    'empty-places': sentence(() => 'There is no place to serve from yet: add a site, or a lease.'),
    'unknown-row': sentence((id) => `The catalog has no row ${id}: choose one that it has.`),
    'after-horizon': sentence((quarter) => `${quarter} lies after the end of the horizon.`),
    'grid-below-rooms': sentence(
      (rooms, grid) => `Rooms for ${rooms} MW of IT, but grid and plant bring at most ${grid} MW.`,
    ),
    'no-demand': sentence(() => 'No units at start or end: this demand asks for nothing.'),
    'demand-falls': sentence((from, to) => `Units fall from ${from} to ${to}.`),
    'cannot-grow': sentence(
      (value, expected) => `The units cannot grow like this: ${value}; expected ${expected}.`,
    ),
    'no-model-good-enough': sentence(
      (floor, best) => `The quality floor is ${floor}; the best model of the plan has ${best}.`,
    ),
    'model-does-not-fit': sentence(
      (need, largest) =>
        `Weights need about ${need} GB at 4 bit; the largest unit on sale has ${largest} GB.`,
    ),
    'sold-backwards': sentence((from, until) => `On sale until ${until}, but only from ${from}.`),
    'private-stranded': sentence(
      (zone) => `Private data must stay in zone ${zone}, where there is no site and no lease.`,
    ),
    'far-from-catalog': sentence(
      (typed, usual, unit) => `${typed} ${unit}; the catalog has ${usual} ${unit}.`,
    ),
    'clashes-with-catalog': sentence(
      (value, expected) => `${value} does not go with the catalog; expected ${expected}.`,
    ),
    'no-export-licence': sentence(
      (accelerator, country) => `${accelerator} needs an export licence for ${country}, and none is in hand.`,
    ),
    'cannot-be-cooled': sentence((kind, technology) => `It needs ${kind}; ${technology} does not cool that.`),
    'rack-too-dense': sentence(
      (rack, most) => `Its rack of ${rack} kW is more than the ${most} kW that can be cooled.`,
    ),
    unusual: sentence(
      (value, unit, least, most) => `${value} ${unit} is unusual; projects report ${least} to ${most}.`,
    ),
    'holds-later': sentence((from, next) => `${from} lies within a period: it holds from ${next} on.`),
    'holds-never': sentence((from) => `${from} lies after the begin of the last period: it never holds.`),
    'moves-nothing': sentence(
      () => 'It moves nothing: neither a step nor a change a year, or nothing of the kind is bought or sold.',
    ),
    'old-source': sentence((days) => `The source is ${days} days old; prices older than 90 days mislead.`),
  },
}
