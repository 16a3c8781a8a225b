import * as electron from 'electron'
import { startShell } from './shell.ts'

startShell(electron)
