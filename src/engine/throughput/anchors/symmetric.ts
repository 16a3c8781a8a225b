/** Solves A x = b for a symmetric positive definite A (Cholesky), in place. */
export function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const count = right.length
  const x = Float64Array.from(right)
  for (let i = 0; i < count; i += 1) {
    const row = matrix[i]!
    for (let j = 0; j <= i; j += 1) {
      const other = matrix[j]!
      let sum = row[j]!
      for (let k = 0; k < j; k += 1) sum -= row[k]! * other[k]!
      if (i === j) row[i] = Math.sqrt(Math.max(sum, 1e-18))
      else row[j] = sum / other[j]!
    }
    let sum = x[i]!
    for (let k = 0; k < i; k += 1) sum -= row[k]! * x[k]!
    x[i] = sum / row[i]!
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    let sum = x[i]!
    for (let k = i + 1; k < count; k += 1) sum -= matrix[k]![i]! * x[k]!
    x[i] = sum / matrix[i]![i]!
  }
  return x
}
