/** What the desktop shell itself says: native dialogs and menus. */
export const shell = {
  projects: 'Verbatim projects',
  allFiles: 'All files',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  projectStopped: 'The project was closed unexpectedly',
  projectStoppedDetail:
    'Every step that you saw on the screen is kept in the project file. Reopen the project to go on where you were.',
  windowStopped: 'The window stopped working',
  windowStoppedDetail: 'Your work is kept in the project file. Reopen the window to go on where you were.',
  reopen: 'Reopen',
  close: 'Close',
}
