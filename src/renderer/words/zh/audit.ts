import type { audit as english } from '../en/audit.ts'

export const audit: typeof english = {
  title: '审计',
  running: '正在审计结果…',
  none: '当前方案没有结果，请先求解。',
  agrees: (lines) => `审计与结果在全部 ${lines} 行上一致。`,
  differs: (failed, lines) => `审计与结果在 ${lines} 行中的 ${failed} 行上不一致。`,
  how: '审计逐小时重新计算方案，与求解器不共用任何公式。',
  checks: '检查项',
  check: '检查',
  lines: '行数',
  ok: '一致',
  failed: '不一致',
  finding: '发现',
  where: '结果中的位置',
  first: (count) => `前 ${count} 行`,
  short: (lines) => `审计：全部 ${lines} 行一致。`,
  reproduce: '重新求解',
  solveAgain: '以相同输入重新求解',
  stop: '停止',
  reproduceAbout: (engine) =>
    `求解器是确定性的：相同输入与版本（${engine}）得到相同方案，除非因时间上限而中止。`,
  reproducing: '正在从头求解…',
  same: (seconds) => `得到完全相同的方案，用时 ${seconds} 秒。`,
  noPlan: '这次没有得到方案。',
  other: (cost, share, isWithin) =>
    `得到另一个方案：${cost}，相差 ${share}，${isWithin ? '在' : '超出'}已证明的差距${isWithin ? '之内' : ''}。`,
  shortDiffers: (failed) => `审计：${failed} 行不一致。`,
}
