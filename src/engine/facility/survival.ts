import { AppFault, type InputFault } from '../../plan/fault.ts'

/** A group of equal generators. */
export interface GeneratorGroup {
  readonly count: number
  readonly unitMw: number
  /** Share of the time that one is not down for maintenance. */
  readonly availability: number
  readonly failureToStart: number
  /** Mean hours that a running one takes to fail. */
  readonly mttfH: number
}

export interface BackupStorage {
  readonly powerMw: number
  readonly energyMwh: number
  readonly startMwh: number
  /** Energy stored over energy taken in, and given out over energy taken from store. */
  readonly chargeEfficiency: number
  readonly dischargeEfficiency: number
  /** Steps into which the store is cut, empty and full among them. */
  readonly bins: number
  /** Share of the time that it is there at all; else generators stand alone. Absent: always. */
  readonly availability?: number
}

export interface BackupChain {
  readonly generators: readonly GeneratorGroup[]
  readonly storage?: BackupStorage
  /** [hour of the outage] MW that must be carried. */
  readonly loadMw: readonly number[]
}

/** [hour] of an outage, the first hour first. */
export interface Survival {
  /** Probability that the load has been carried from the start of the outage through the hour. */
  readonly survivalByHour: number[]
  /** Probability that the load of the hour is carried, whether or not those before were. */
  readonly carriedByHour: number[]
}

/** [hour] probability that the load has been carried through it; see {@link survive}. */
export function survivalByHour(chain: BackupChain): number[] {
  return survive(chain).survivalByHour
}

/**
 * A Markov chain over the numbers of working generators and the state of charge. At the start each generator works
 * with probability availability x (1 - failure to start); in each hour a working one fails with 1 / MTTF, none is
 * repaired. States that cannot carry the hour's load are lost; of the others the store gives what is missing and
 * takes what is spare. Failures come before the load of their hour (as in REopt's reliability model).
 *
 *   start[k of n]  = C(n, k) p^k (1 - p)^(n - k),  p = availability x (1 - failure to start)
 *   move[k to j]   = C(k, j) q^j (1 - q)^(k - j),  q = 1 - 1 / MTTF
 *   carried        if sum of k x unit MW + min(store MW, stored MWh x discharge efficiency) >= load
 */
export function survive(chain: BackupChain): Survival {
  checkChain(chain)
  const availability = chain.storage?.availability ?? 1
  const run = (isCumulative: boolean): number[] => {
    const whole = runChain(chain, isCumulative)
    if (availability === 1) return whole
    const bare = runChain({ generators: chain.generators, loadMw: chain.loadMw }, isCumulative)
    return whole.map((value, hour) => availability * value + (1 - availability) * bare[hour]!)
  }
  return { survivalByHour: run(true), carriedByHour: run(false) }
}

function runChain(chain: BackupChain, isCumulative: boolean): number[] {
  const states = listStates(chain.generators)
  const storage = chain.storage ?? NO_STORAGE
  const stepMwh = storage.bins > 1 ? storage.energyMwh / (storage.bins - 1) : 0
  const startBin = stepMwh > 0 ? Math.min(storage.bins - 1, roundHalfEven(storage.startMwh / stepMwh)) : 0
  const moves = states.map((from) =>
    states.map((to) => transition(chain.generators, from.working, to.working)),
  )
  const start = chain.generators.map((group) => group.availability * (1 - group.failureToStart))
  const full = chain.generators.map((group) => group.count)
  let probability: Float64Array[] = states.map(({ working }) => {
    const own = new Float64Array(storage.bins)
    own[startBin] = product(working.map((k, i) => binomial(full[i]!, k, start[i]!)))
    return own
  })
  return chain.loadMw.map((loadMw) => {
    const moved = carry(fail(probability, moves), states, storage, stepMwh, loadMw)
    probability = isCumulative ? moved.carried : moved.all
    return moved.carried.reduce((sum, own) => sum + own.reduce((total, value) => total + value, 0), 0)
  })
}

/** As REopt rounds, so that charge between two bins goes the same way. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

const NO_STORAGE: BackupStorage = {
  powerMw: 0,
  energyMwh: 0,
  startMwh: 0,
  chargeEfficiency: 1,
  dischargeEfficiency: 1,
  bins: 1,
}

interface State {
  /** [group] generators that work. */
  readonly working: readonly number[]
  readonly outputMw: number
}

function listStates(groups: readonly GeneratorGroup[]): State[] {
  return groups.reduce<State[]>(
    (states, group) =>
      states.flatMap(({ working, outputMw }) =>
        Array.from({ length: group.count + 1 }, (_, k) => ({
          working: [...working, k],
          outputMw: outputMw + k * group.unitMw,
        })),
      ),
    [{ working: [], outputMw: 0 }],
  )
}

function transition(
  groups: readonly GeneratorGroup[],
  from: readonly number[],
  to: readonly number[],
): number {
  return product(groups.map(({ mttfH }, i) => binomial(from[i]!, to[i]!, 1 - 1 / mttfH)))
}

function fail(probability: readonly Float64Array[], moves: readonly (readonly number[])[]): Float64Array[] {
  return probability.map((own, to) => {
    const sum = new Float64Array(own.length)
    probability.forEach((before, from) => {
      const share = moves[from]![to]!
      if (share > 0) for (let bin = 0; bin < sum.length; bin++) sum[bin]! += share * before[bin]!
    })
    return sum
  })
}

/** Moves the charge of every state; of those that carry the load, and of all of them. */
function carry(
  probability: readonly Float64Array[],
  states: readonly State[],
  storage: BackupStorage,
  stepMwh: number,
  loadMw: number,
): { readonly carried: Float64Array[]; readonly all: Float64Array[] } {
  const moved = probability.map((own, s) => {
    const spareMw = states[s]!.outputMw - loadMw
    const flowMw = Math.max(-storage.powerMw, Math.min(storage.powerMw, spareMw))
    const storedMwh = flowMw > 0 ? flowMw * storage.chargeEfficiency : flowMw / storage.dischargeEfficiency
    const shift = stepMwh > 0 ? roundHalfEven(storedMwh / stepMwh) : 0
    const carried = new Float64Array(own.length)
    const all = new Float64Array(own.length)
    own.forEach((value, bin) => {
      if (value === 0) return
      const givenMw = Math.min(storage.powerMw, bin * stepMwh * storage.dischargeEfficiency)
      const to = Math.min(own.length - 1, Math.max(0, bin + shift))
      all[to]! += value
      if (spareMw + givenMw >= -NOISE_MW) carried[to]! += value
    })
    return { carried, all }
  })
  return { carried: moved.map((own) => own.carried), all: moved.map((own) => own.all) }
}

const NOISE_MW = 1e-9

/** Probability that k of n work when each does with probability p. */
function binomial(n: number, k: number, p: number): number {
  if (k > n) return 0
  let ways = 1
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1)
  return ways * p ** k * (1 - p) ** (n - k)
}

function product(values: readonly number[]): number {
  return values.reduce((all, value) => all * value, 1)
}

function checkChain({ generators, storage, loadMw }: BackupChain): void {
  const faults: InputFault[] = []
  const check = (isRight: boolean, path: string, value: unknown, expected: string) => {
    if (!isRight) faults.push({ path, value, expected })
  }
  const isShare = (value: number) => value >= 0 && value <= 1
  generators.forEach((group, i) => {
    const at = `generators[${i}]`
    check(
      Number.isInteger(group.count) && group.count > 0,
      `${at}.count`,
      group.count,
      'a whole number from 1',
    )
    check(group.unitMw > 0, `${at}.unitMw`, group.unitMw, 'MW above 0')
    check(isShare(group.availability), `${at}.availability`, group.availability, 'a share from 0 to 1')
    check(isShare(group.failureToStart), `${at}.failureToStart`, group.failureToStart, 'a share from 0 to 1')
    check(group.mttfH >= 1, `${at}.mttfH`, group.mttfH, 'hours from 1')
  })
  if (storage) {
    const isWhole = Number.isInteger(storage.bins) && storage.bins >= 2
    check(isWhole, 'storage.bins', storage.bins, 'a whole number from 2')
    check(storage.energyMwh > 0, 'storage.energyMwh', storage.energyMwh, 'MWh above 0')
    check(
      storage.startMwh >= 0 && storage.startMwh <= storage.energyMwh,
      'storage.startMwh',
      storage.startMwh,
      `MWh from 0 to ${storage.energyMwh}`,
    )
  }
  loadMw.forEach((mw, hour) => {
    check(Number.isFinite(mw) && mw >= 0, `loadMw[${hour}]`, mw, 'MW of 0 or more')
  })
  if (faults.length > 0) throw new AppFault('bad-input', 'The backup chain is wrong', faults)
}
