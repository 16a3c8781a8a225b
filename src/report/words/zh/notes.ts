import type { PlanResult } from '../../../plan/result/result.ts'
import type { notes as english } from '../en/notes.ts'

type Note = PlanResult['notes'][number]
type ObstacleNote = Extract<Note, { code: 'obstacle' }>

const REASONS: Readonly<Record<string, string>> = {
  barred: '禁止',
  residency: '数据驻留',
  latency: '时延',
  'no-speed': '无足够快的模型',
  quality: '质量',
  spot: '竞价资源',
  export: '出口管制',
  cooling: '冷却',
  'rack-power': '机柜功率密度过高',
}

export const notes: typeof english = {
  say(note) {
    if (typeof note === 'string') return note
    switch (note.code) {
      case 'synthetic-weather':
        return `${note.isAll ? '' : `${note.sites.join('、')} 的`}气象数据为合成，由区域的平均温度与设计温度生成。`
      case 'synthetic-days':
        return `${note.sites.join('、')} 的代表日为合成：逐时气象、光照、风、电价与碳排放均为围绕区域均值的形状，并非实测。`
      case 'cooling-chosen': {
        const list = note.technologies.map(({ technology, blocks }) => `${blocks} × ${technology}`).join('、')
        const how = note.isStable
          ? `求解 ${note.rounds} 次后选择不再变化`
          : `取 ${note.rounds} 次求解中最优；再次求解可能另选`
        return `${note.site} 的冷却由求解逐块选定：${list}（${how}）。`
      }
      case 'pools-widened':
        return `${note.pools} 个资源池（站点、模型、期）获得了高于利用率上限的余量，使 100 次调用中有 95 次及时获得位置。`
      case 'pools-short':
        return `${note.rounds ? `再求解 ${note.rounds} 次后，` : ''}仍有 ${note.pools} 个资源池余量不足：方案尚未稳定，审计列出其等待时间。请给求解更多时间，或降低相应类别的利用率上限。`
      case 'obstacle':
        return `${note.accelerator} ${note.isHeld ? '不为' : '若为'} ${note.site} ${note.isHeld ? '采购' : '采购则违反规定'}：${obstacle(note)}。`
      case 'lease-obstacle':
        return `租赁 ${note.lease} ${note.isHeld ? '不予采用' : '若采用则违反规定'}：${obstacle(note)}。`
      case 'nowhere':
        return `${note.region} 的 ${note.classId} 无处可服务（${note.reasons.map((reason) => REASONS[reason] ?? reason).join('、')}）。`
      default:
        return note satisfies never
    }
  },
  obstacle,
}

function obstacle({ reason, values }: Pick<ObstacleNote, 'reason' | 'values'>): string {
  const [first, second, third] = values
  switch (reason) {
    case 'export-denied':
      return `${first}（${third}）出口至 ${second} 的许可推定被拒`
    case 'export-licence':
      return `${first}（${third}）出口至 ${second} 需要许可`
    case 'no-liquid':
      return `它需要液冷回路，而 ${second} 没有`
    case 'no-air':
      return `它需要风冷，而 ${second} 不支持`
    case 'rack-power':
      return `其机柜 ${first} kW 超过 ${second} kW`
    default:
      return reason satisfies never
  }
}
