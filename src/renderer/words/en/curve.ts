export const curve = {
  title: 'Throughput against interactivity',
  note: (precision: string) =>
    `predicted at ${precision}; P10 to P90 is the band that measured rows fell into`,
  model: 'Model',
  accelerator: 'Accelerator',
  input: 'Input tokens',
  output: 'Output tokens',
  none: 'This model does not fit on this accelerator.',
  median: 'Predicted',
  interactivity: 'tokens/s per user',
  perAccelerator: 'output tokens/s per accelerator',
  replica: 'Accelerators a replica',
  batch: 'Sequences in flight',
  grade: 'Grade',
}
