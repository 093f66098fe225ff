/** What a window opens by itself: the project that it was started with, and on a computer's first day the sample. */
import { useEffect, useRef, useState } from 'react'
import { useClient, useCommand } from '../../lib/live.tsx'
import { useLanguage } from '../../lib/messages.tsx'

/**
 * Once per window. The sample opens where no project was opened yet: whoever closes it gets the start screen, and keeps
 * it. Answers true until that is settled; failures are told as of any command.
 */
export const useOpenAtStart = (): boolean => {
  const client = useClient()
  const language = useLanguage()
  const { mutateAsync: open } = useCommand('projects.open')
  const { mutateAsync: openSample } = useCommand('projects.openSample')
  const begun = useRef(false)
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const settle = async () => {
      const path = takePath()
      if (path !== null) await open({ path })
      else if ((await client.projects.current({})) === null && (await client.projects.recent({})).length === 0)
        await openSample({ language })
    }
    void settle()
      .catch(() => undefined)
      .finally(() => {
        setSettled(true)
      })
  }, [client, language, open, openSample])
  return !isSettled
}

/** The shell writes the path behind the # of the address; once read it is taken away, so that a reload does not ask again. */
const takePath = (): string | null => {
  const address = new URLSearchParams(location.hash.slice(1))
  const path = address.get('open')
  if (path === null) return null
  address.delete('open')
  history.replaceState(null, '', `#${address.toString()}`)
  return path
}
