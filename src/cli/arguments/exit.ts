/** Exit codes that scripts can rely on; 1 is Node's own for a bug. */
export const EXIT = { done: 0, badInput: 2, infeasible: 3, noPlan: 4, auditFailed: 5 } as const
