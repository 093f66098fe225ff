/** Every setting that DESIGN.md calls security, of the desktop shell, without Electron. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import type { IpcMain, IpcMainInvokeEvent, Protocol, Session, WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, windowFile } from '../../../contract/window-files.ts'
import { installBridge } from '../../../main/app/bridge.ts'
import { fuses } from '../../../main/app/fuses.ts'
import { answer, serveWindow, windowScheme } from '../../../main/app/protocol.ts'
import { guardSession, isAllowedPermission, isLocalRequest } from '../../../main/app/session.ts'
import { guardContents, isOurFrame, outsideLink, webPreferences, windowAddress } from '../../../main/app/window.ts'
import { temporaryFolder } from '../../support/host.ts'

describe('a window', () => {
  test('has isolation and sandbox, no Node, and none of the switches that loosen it', () => {
    expect(webPreferences).toEqual({
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
    })
  })

  test('goes nowhere: no other page, no redirect, no embedded page, no second window', () => {
    const prevented: string[] = []
    let opened: unknown
    let webRtc = ''
    guardContents({
      on: ((name: string, listener: (event: { preventDefault: () => void }) => void) => {
        listener({ preventDefault: () => prevented.push(name) })
      }) as unknown as WebContents['on'],
      setWindowOpenHandler: (handler) => {
        opened = handler({} as Parameters<typeof handler>[0])
      },
      setWebRTCIPHandlingPolicy: (policy) => {
        webRtc = policy
      },
    })
    expect(prevented.toSorted()).toEqual(['will-attach-webview', 'will-navigate', 'will-redirect'])
    expect(opened).toEqual({ action: 'deny' })
    expect(webRtc).toBe('disable_non_proxied_udp')
  })

  test('names a project to open in a way that cannot leave the page', () => {
    expect(windowAddress(null)).toBe('app://verbatim/index.html')
    const odd = '/home/anna/a&b #1?=é.verbatim'
    const { pathname, hash, search } = new URL(windowAddress(odd))
    expect([pathname, search, new URLSearchParams(hash.slice(1)).get('open')]).toEqual(['/index.html', '', odd])
  })
})

describe('links to the outside', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
    ['mailto:anna@example.org', 'mailto:anna@example.org'],
    ['http://example.org', null],
    ['https://user:pass@example.org', null],
    ['https://user@example.org', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['app://verbatim/index.html', null],
    ['data:text/html,hi', null],
    ['smb://server/share', null],
    ['ms-settings:', null],
    ['//example.org', null],
    ['https://', null],
    ['', null],
  ])('%s', (url, expected) => {
    expect(outsideLink(url)).toBe(expected)
  })
})

describe('the app: protocol', () => {
  const folder = () => {
    const made = join(temporaryFolder(), 'renderer')
    mkdirSync(join(made, 'assets'), { recursive: true })
    writeFileSync(join(made, 'index.html'), '<!doctype html>')
    writeFileSync(join(made, 'assets/index-B1x_-9.js'), 'export {}')
    writeFileSync(join(made, '.secret.js'), 'no')
    writeFileSync(join(made, 'notes.txt'), 'no')
    writeFileSync(join(made, '../outside.js'), 'no')
    return made
  }
  const get = async (url: string, method = 'GET') => answer(folder(), { method, url })

  test('is a standard, secure scheme and nothing more', () => {
    expect(windowScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    })
    let handled = ''
    const handle: Protocol['handle'] = (scheme) => {
      handled = scheme
    }
    serveWindow({ handle }, folder())
    expect(handled).toBe('app')
  })

  test('gives built files with the policy that keeps inline script and style out', async () => {
    const page = await get('app://verbatim/')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html>')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy())
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await get('app://verbatim/assets/index-B1x_-9.js?v=1')
    expect(script.status).toBe(200)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    'app://verbatim/../outside.js',
    'app://verbatim/%2e%2e/outside.js',
    'app://verbatim/..%2foutside.js',
    'app://verbatim/..%5coutside.js',
    'app://verbatim/assets/..%2f..%2foutside.js',
    'app://verbatim//etc/passwd.js',
    'app://verbatim/C:/Windows/a.js',
    'app://verbatim/.secret.js',
    'app://verbatim/notes.txt',
    'app://verbatim/missing.js',
    'app://verbatim/assets',
    'app://verbatim/assets/',
    'app://elsewhere/index.html',
    'app://verbatim.example/index.html',
    'app://verbatim:80/index.html',
  ])('refuses %s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test('only reads', async () => {
    expect((await get('app://verbatim/index.html', 'POST')).status).toBe(404)
  })

  test('never names a file outside of its folder', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(fc.constantFrom('..', '.', '/', '\\', '%2e', 'a', 'C:', '\0', '.js', '~'))
            .map((parts) => parts.join('')),
        ),
        (rest) => {
          const file = windowFile(`/${rest}`)?.file ?? 'index.html'
          expect(file).not.toMatch(/(?:^|\/)\.|[\\:%\0~]|^\/|\/\//u)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the content security policy', () => {
  const policy = new Map(
    contentSecurityPolicy()
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources]
      }),
  )

  test('allows our own files, and pictures made in the window', () => {
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    })
  })

  test('lets the page of the loopback server connect to that server', () => {
    expect(contentSecurityPolicy('ws://127.0.0.1:8080')).toContain("; connect-src 'self' ws://127.0.0.1:8080; ")
  })

  test('has no way around itself', () => {
    expect(contentSecurityPolicy()).not.toMatch(/unsafe|\*|https?:/u)
  })
})

/** A session that keeps what it is given, to be asked as Electron would ask it. */
const guardedSession = (devTools: boolean) => {
  const kept = { spellcheck: true, languages: ['en'] as string[] }
  let request: Parameters<Session['setPermissionRequestHandler']>[0] = null
  let check: Parameters<Session['setPermissionCheckHandler']>[0] = null
  let device: Parameters<Session['setDevicePermissionHandler']>[0] = null
  let before: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | null = null
  guardSession(
    {
      setPermissionRequestHandler: (handler: typeof request) => {
        request = handler
      },
      setPermissionCheckHandler: (handler: typeof check) => {
        check = handler
      },
      setDevicePermissionHandler: (handler: typeof device) => {
        device = handler
      },
      webRequest: {
        onBeforeRequest: (handler: typeof before) => {
          before = handler
        },
      },
      setSpellCheckerEnabled: (on: boolean) => {
        kept.spellcheck = on
      },
      setSpellCheckerLanguages: (languages: string[]) => {
        kept.languages = languages
      },
    } as unknown as Session,
    { devTools },
  )
  return {
    kept,
    grants: (permission: string) => {
      let granted: boolean | undefined
      request?.({} as never, permission as never, (answered) => (granted = answered), {} as never)
      return [granted, check?.(null, permission as never, 'app://verbatim', {} as never)]
    },
    device: () => device?.({} as never),
    cancels: (url: string) => {
      let cancelled: boolean | undefined
      before?.({ url }, ({ cancel }) => (cancelled = cancel))
      return cancelled
    },
  }
}

describe('the session', () => {
  const { kept, grants, device, cancels } = guardedSession(false)

  test.each(['clipboard-sanitized-write', 'fullscreen'])('grants %s', (permission) => {
    expect(isAllowedPermission(permission)).toBe(true)
    expect(grants(permission)).toEqual([true, true])
  })

  test.each(
    `ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read
     deprecated-sync-clipboard-read display-capture fileSystem geolocation geolocation-approximate hand-tracking hid
     idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi
     midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock
     screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access
     usb vr web-app-installation web-printing window-management unknown`.split(/\s+/u),
  )('denies %s', (permission) => {
    expect(grants(permission)).toEqual([false, false])
  })

  test('has no devices and no spelling dictionaries to fetch', () => {
    expect(device()).toBe(false)
    expect(kept).toEqual({ spellcheck: false, languages: [] })
  })

  test.each([
    ['app://verbatim/assets/index.js', false],
    ['blob:app://verbatim/1b9d6bcd', false],
    ['data:image/png;base64,AAAA', false],
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://localhost/', true],
    ['wss://example.org/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['chrome-extension://abc/x.js', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['not an address', true],
  ])('a request to %s: cancelled %s', (url, cancelled) => {
    expect(cancels(url)).toBe(cancelled)
    expect(isLocalRequest(url)).toBe(!cancelled)
  })

  test('developer tools load their own pages where the build is not packaged, and nothing more', () => {
    const unpackaged = guardedSession(true)
    expect(unpackaged.cancels('devtools://devtools/bundled/inspector.html')).toBe(false)
    expect(unpackaged.cancels('https://example.org/')).toBe(true)
  })
})

describe('the sender of a message', () => {
  const ours = { url: 'app://verbatim/index.html#open=a', parent: null }
  const refused = [
    ['a frame that is gone', null],
    ['a frame inside the page', { ...ours, parent: {} }],
    ['another host', { url: 'app://elsewhere/index.html', parent: null }],
    ['a longer host', { url: 'app://verbatim.example/', parent: null }],
    ['another port', { url: 'app://verbatim:1/', parent: null }],
    ['a page of the network', { url: 'https://verbatim/index.html', parent: null }],
    ['a file', { url: 'file:///app://verbatim/index.html', parent: null }],
    ['a blank page', { url: 'about:blank', parent: null }],
    ['no address', { url: '', parent: null }],
  ] as const

  /** Calls the bridge as Electron would, from this frame of a window that is ours or is not. */
  const callFrom = (senderFrame: unknown, isOurWindow = true) => {
    let listener: ((event: IpcMainInvokeEvent, request: unknown) => unknown) | undefined
    const handle: IpcMain['handle'] = (channel, given) => {
      expect(channel).toBe('call')
      listener = given
    }
    const sender = {} as WebContents
    installBridge({ handle }, (contents) =>
      isOurWindow && contents === sender ? (request) => Promise.resolve({ got: request }) : undefined,
    )
    return listener?.({ sender, senderFrame } as unknown as IpcMainInvokeEvent, { feature: 'projects' })
  }

  test('is the main frame of our page', async () => {
    expect(isOurFrame(ours)).toBe(true)
    expect(await callFrom(ours)).toEqual({ got: { feature: 'projects' } })
  })
  test.each(refused)('is never %s', (_, frame) => {
    expect(isOurFrame(frame)).toBe(false)
    expect(() => callFrom(frame)).toThrow('refused')
  })
  test('is never a window that is not ours', () => {
    expect(() => callFrom(ours, false)).toThrow('refused')
  })
})

test('every fuse of the executable is set, to the safe side', () => {
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    wasmTrapHandlers: true,
  })
})
