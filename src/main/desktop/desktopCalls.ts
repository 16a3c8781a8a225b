import type { Handlers } from '../../contract/contract.ts'
import { AppFault } from '../../plan/fault.ts'
import type { DesktopPort, Ports } from '../ports.ts'

type DesktopCalls = Pick<Handlers, 'desktop.showMenu' | 'desktop.openFiles' | 'desktop.takeFiles'>

/** What the screen asks of the desktop; a browser has menus and dialogs of its own and is refused. */
export function desktopCalls(ports: Pick<Ports, 'desktop'>): DesktopCalls {
  const own = (): DesktopPort => {
    if (ports.desktop) return ports.desktop
    throw new AppFault('not-found', 'There is no desktop window', [
      { path: 'channel', value: 'desktop', expected: 'the desktop application' },
    ])
  }
  return {
    'desktop.showMenu': (order) => {
      own().showMenu(order)
      return null
    },
    'desktop.openFiles': () => own().openFiles(),
    'desktop.takeFiles': () => own().takeFiles(),
  }
}
