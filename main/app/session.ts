/** What the page's session may ask of the system and of the network: next to nothing, and nothing. */
import type { Session } from 'electron'

const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:'])

export const isAllowedPermission = (permission: string): boolean => ALLOWED.has(permission)

/** Every other request would leave the computer, or read a file past the `app:` protocol. */
export const isLocalRequest = (url: string): boolean => URL.canParse(url) && LOCAL_SCHEMES.has(new URL(url).protocol)

/** `devTools`: their own pages load too, in a build that is not packaged. */
export const guardSession = (session: Session, { devTools }: { readonly devTools: boolean }): void => {
  session.setPermissionRequestHandler((_, permission, answer) => {
    answer(isAllowedPermission(permission))
  })
  session.setPermissionCheckHandler((_, permission) => isAllowedPermission(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isLocalRequest(url) && !(devTools && url.startsWith('devtools:')) })
  })
  session.setSpellCheckerEnabled(false)
  // Each language has a dictionary that Chromium would fetch.
  session.setSpellCheckerLanguages([])
}
