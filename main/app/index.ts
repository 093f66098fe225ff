/** Entry of the desktop shell: one instance, secure by construction, a window per project. */
import { app, ipcMain, Menu, protocol, session } from 'electron'
import { join } from 'node:path'
import { readArguments } from './arguments.ts'
import { installBridge } from './bridge.ts'
import { openLog } from './log.ts'
import { serveWindow, windowScheme } from './protocol.ts'
import { guardSession } from './session.ts'
import { createWindows } from './windows.ts'

const { data, files } = readArguments(process.argv.slice(1), process.cwd())
const folder = data ?? join(app.getPath('appData'), process.platform === 'linux' ? 'verbatim' : 'Verbatim')
app.setPath('userData', folder)
// Chromium's own files stay out of the way of ours.
app.setPath('sessionData', join(folder, 'chromium'))
// The session refuses every request; this also keeps Chromium's own services from asking for a name.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('disable-background-networking')
protocol.registerSchemesAsPrivileged([windowScheme])

const log = openLog(join(folder, 'log.txt'))
const windows = createWindows({ folder, log })
/** Files that the system asked for before there was a window to open them in. */
const asked = [...files]

const start = () => {
  guardSession(session.defaultSession, { devTools: !app.isPackaged })
  serveWindow(protocol, join(import.meta.dirname, '../renderer'))
  installBridge(ipcMain, windows.answerFor)
  Menu.setApplicationMenu(null)
  if (asked.length === 0) windows.open(null)
  for (const file of asked.splice(0)) windows.open(file)
}

app.on('open-file', (event, path) => {
  event.preventDefault()
  if (app.isReady()) windows.open(path)
  else asked.push(path)
})
app.on('second-instance', (_, _argv, _cwd, wanted) => {
  const { files: more } = wanted as { files: readonly string[] }
  if (more.length === 0) windows.bringUpAny()
  for (const file of more) windows.open(file)
})
app.on('activate', () => {
  windows.bringUpAny()
})
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
// The application stays until every project is one closed file again.
app.on('will-quit', (event) => {
  if (!windows.isClosing()) return
  event.preventDefault()
  void windows.closed().then(() => {
    app.quit()
  })
})

// Not awaited: an entry that waits for Electron to be ready keeps it from becoming so.
if (app.requestSingleInstanceLock({ files })) void app.whenReady().then(start)
else app.quit()
