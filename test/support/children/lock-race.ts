/** Takes and gives back a lock again and again; tells how often it had it, and how often it was not alone. */
import { closeSync, openSync, unlinkSync } from 'node:fs'
import { AppError } from '../../../contract/failure.ts'
import { takeLock } from '../../../db/lock.ts'
import { args, tell } from './messages.ts'

const [path = '', milliseconds = '0'] = args
const holder = { user: '', machine: '', application: 'window', since: '', pid: process.pid, endpoint: '' } as const
let had = 0
let together = 0
let strange = ''
const end = Date.now() + Number(milliseconds)
while (Date.now() < end) {
  try {
    const lock = takeLock(path, holder)
    had++
    try {
      closeSync(openSync(`${path}.alone`, 'wx'))
      for (let step = 0; step < 1000 * Math.random(); step++) Math.sqrt(step)
      unlinkSync(`${path}.alone`)
    } catch {
      together++
    }
    lock.release()
  } catch (error) {
    if (!(error instanceof AppError) || error.failure.code !== 'locked') strange = String(error)
  }
}
tell({ had, together, strange })
