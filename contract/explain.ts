/** A failure as a sentence: what happened, what was kept, and what to do. */
import type { Event } from './event.ts'
import type { Failure } from './failure.ts'
import type { Messages } from './messages/en.ts'

export const explain = (failure: Failure, { failures }: Messages): string => {
  switch (failure.code) {
    case 'invalid-input':
      return failures.invalidInput(failure.issues.map(({ path }) => path).join(', '))
    case 'not-found':
      return failures.notFound
    case 'name-taken':
      return failures.nameTaken(failure.name)
    case 'conflict':
      return failures.conflict(failure.name)
    case 'step-outdated':
      return failures.stepOutdated(failure.name)
    case 'codebook-closed':
      return failures.codebookClosed
    case 'empty-codebook':
      return failures.emptyCodebook
    case 'no-project':
      return failures.noProject
    case 'locked':
      return failures.locked(failure.file, failure.holder)
    case 'wrong-passphrase':
      return failures.wrongPassphrase
    case 'not-verbatim':
      return failures.notVerbatim(failure.file)
    case 'newer-version':
      return failures.newerVersion(failure.file)
    case 'corrupt':
      return failures.corrupt(failure.file, failure.copy !== null)
    case 'read-only':
      return failures.readOnly(failure.file)
    case 'file-exists':
      return failures.fileExists(failure.file)
    case 'file-missing':
      return failures.fileMissing(failure.file)
    case 'unreadable-file':
      return failures.unreadable[failure.reason](failure.file, failure.place)
    case 'cancelled':
      return failures.cancelled
    case 'disk-full':
      return failures.diskFull
    case 'disconnected':
      return failures.disconnected
    case 'internal':
      return failures.internal(failure.reference)
  }
}

/** What was found in the background, as a sentence. */
export const explainNotice = ({ about, failure }: Extract<Event, { kind: 'notice' }>, messages: Messages): string => {
  const { damaged, noRoomForCopy, noCopy } = messages.failures
  if (about === 'damage' && failure.code === 'corrupt') return damaged(failure.file, failure.copy !== null)
  if (failure.code === 'disk-full') return noRoomForCopy
  return failure.code === 'read-only' ? noCopy(failure.file) : explain(failure, messages)
}
