/** How a window is made and what its page may not do; the options are data, so that a test can read them. */
import type { BrowserWindowConstructorOptions, WebContents, WebPreferences } from 'electron'

/** `app:` is registered as a standard scheme: this host is its one origin. */
const WINDOW_ADDRESS = 'app://verbatim/index.html'

/** The page, and behind the # a project for it to open. */
export const windowAddress = (path: string | null): string =>
  path === null ? WINDOW_ADDRESS : `${WINDOW_ADDRESS}#${new URLSearchParams({ open: path }).toString()}`

/** Most are Electron's own defaults, written down so that nobody changes them unseen. */
export const webPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

export const windowOptions = {
  minWidth: 720,
  minHeight: 480,
  // Shown when the first picture is ready, so that no white flash comes before a dark page.
  show: false,
  title: 'Verbatim',
} as const satisfies BrowserWindowConstructorOptions

/** The page stays where it is: no other page, no second window, no embedded one, no way out over WebRTC. */
export const guardContents = (
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>,
): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** A message counts only when the window's own page sent it: its main frame, at our address. */
export const isOurFrame = (frame: { readonly url: string; readonly parent: unknown } | null): boolean => {
  if (!frame || frame.parent || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return protocol === 'app:' && host === 'verbatim'
}

/** The address as the system may open it outside of Verbatim, or null: only https and mailto, and no passwords in it. */
export const outsideLink = (url: string): string | null => {
  if (!URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  return (protocol === 'https:' || protocol === 'mailto:') && username === '' && password === '' ? href : null
}
