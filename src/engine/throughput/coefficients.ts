/** What the step-time formula needs to know of hardware and software; efficiencies are shares of peak, times seconds. */
export interface Coefficients {
  readonly memoryBandwidth: number
  readonly prefillCompute: number
  readonly decodeCompute: number
  /** One collective; two per layer under tensor parallelism. */
  readonly collectiveS: number
  readonly layerS: number
  /** On top of `layerS`, per layer of an expert model. */
  readonly moeLayerS: number
  /** Host work per request. */
  readonly requestS: number
  readonly link: number
}

/**
 * First fit on 1,566 measured rows of H100, H200 and B200: median error 13 %, mean 19 % on its own rows; other
 * hardware is an extrapolation (grade C).
 */
export const FIRST_FIT: Coefficients = {
  memoryBandwidth: 0.67,
  prefillCompute: 0.8,
  decodeCompute: 0.95,
  collectiveS: 15.8e-6,
  layerS: 24.0e-6,
  moeLayerS: 31.8e-6,
  requestS: 4.5e-3,
  link: 0.195,
}

/** Residual deciles of the first fit without an anchor, as factors on the prediction. */
export const FIRST_FIT_BAND = { p10: 0.66, p90: 1.32 }
