/** Takes the lock of a file when told to, and gives it back when told to. */
import { AppError } from '../../../contract/failure.ts'
import { takeLock, type Lock } from '../../../db/lock.ts'
import { args, onMessage, tell } from './messages.ts'

const [path = '', user = 'anna'] = args
let lock: Lock | null = null

onMessage((message: 'take' | 'release') => {
  if (message === 'release') {
    lock?.release()
    lock = null
    tell('free')
    return
  }
  try {
    lock = takeLock(path, {
      user,
      machine: 'desk',
      application: 'window',
      since: '2026-03-03T10:00:00.000Z',
      pid: process.pid,
      endpoint: '/run/verbatim-1',
    })
    tell('held')
  } catch (error) {
    tell(error instanceof AppError ? error.failure : String(error))
  }
})
tell('ready')
