/** What a window opens by itself: the project that it was started with. */
import { useEffect, useRef } from 'react'
import { useCommand } from '../../lib/live.tsx'

/** The shell writes the path behind the # of the address; once read it is taken away, so that a reload does not ask again. */
export const useOpenAtStart = (): void => {
  const { mutate: open } = useCommand('projects.open')
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const address = new URLSearchParams(location.hash.slice(1))
    const path = address.get('open')
    if (path === null) return
    address.delete('open')
    history.replaceState(null, '', `#${address.toString()}`)
    open({ path })
  }, [open])
}
