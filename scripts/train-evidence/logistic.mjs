// Logistic regression with weights of the rows and an L2 penalty, by Newton's method: no chance and no step size in it.

/** Penalty on the weights (not on the bias), against the mean loss. */
const L2 = 0.001;
const ROUNDS = 50;
const ENOUGH = 1e-9;

/**
 * `rows`: arrays of equal length; `labels`: 0 or 1; `importance`: a weight for each row. Gives the weights, the bias
 * as the last of them.
 */
export function fitLogistic(rows, labels, importance) {
  const size = rows[0].length + 1;
  let total = 0;
  for (const weight of importance) total += weight;
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const curvature = Array.from({ length: size }, () => new Float64Array(size));
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      const p = 1 / (1 + Math.exp(-score(weights, row)));
      const slope = ((p - labels[r]) * importance[r]) / total;
      const bend = (p * (1 - p) * importance[r]) / total;
      for (let i = 0; i < size; i++) {
        const x = i < row.length ? row[i] : 1;
        if (x === 0) continue;
        gradient[i] += slope * x;
        for (let j = 0; j <= i; j++) curvature[i][j] += bend * x * (j < row.length ? row[j] : 1);
      }
    }
    for (let i = 0; i < size; i++) {
      if (i < size - 1) gradient[i] += L2 * weights[i];
      curvature[i][i] += i < size - 1 ? L2 : 1e-12;
    }
    const step = solve(curvature, gradient);
    // The first steps of Newton's method may go too far.
    const scale = Math.min(1, 4 / Math.max(...step.map(Math.abs)));
    for (let i = 0; i < size; i++) weights[i] -= scale * step[i];
    if (Math.max(...step.map(Math.abs)) < ENOUGH) break;
  }
  return weights;
}

export function score(weights, row) {
  let sum = weights[row.length];
  for (let i = 0; i < row.length; i++) sum += weights[i] * row[i];
  return sum;
}

/** x of Ax = b by Cholesky's decomposition; of A, which is symmetric and positive, the lower half is read and lost. */
function solve(a, b) {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i][j];
      for (let k = 0; k < j; k++) sum -= a[i][k] * a[j][k];
      a[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= a[i][k] * x[k];
    x[i] /= a[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= a[k][i] * x[k];
    x[i] /= a[i][i];
  }
  return x;
}
