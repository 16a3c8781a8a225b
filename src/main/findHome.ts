import { homedir } from 'node:os'
import { join } from 'node:path'

/** The planner's data folder: TOKENWORKS_HOME, else where the platform keeps such things. */
export function findHome(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.TOKENWORKS_HOME) return env.TOKENWORKS_HOME
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Tokenworks')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tokenworks')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'tokenworks')
}
