/** How the window's files are served: the same by the desktop shell's protocol and by the loopback server. */

/**
 * No inline script or style; React and react-aria set styles through the CSSOM, which this allows. `socket`: an address
 * that the page may connect to besides its own; older browsers do not take a socket for a part of 'self'.
 */
export const contentSecurityPolicy = (socket = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`.trimEnd(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/** Only files of these kinds are served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** Names as the build writes them: no segment begins with a dot and nothing is percent-encoded, so no path leads out. */
const BUILT_FILE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?<ending>\w+)$/u

export interface WindowFile {
  /** Relative to the folder of built files. */
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** What is served for the path of an address, or null where that names no file of the window; `socket` as above. */
export const windowFile = (pathname: string, socket?: string): WindowFile | null => {
  const file = pathname === '/' ? 'index.html' : pathname.slice(1)
  const mediaType = MEDIA_TYPES[BUILT_FILE.exec(file)?.groups?.['ending'] ?? '']
  if (!mediaType) return null
  return {
    file,
    headers: {
      'content-type': mediaType,
      'content-security-policy': contentSecurityPolicy(socket),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  }
}
