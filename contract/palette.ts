/** The colours of codes, by their place in the palette; how they look in the light theme, and in exported files. */
export const PALETTE = [
  '#b4483a',
  '#2f7d6b',
  '#7a5aa6',
  '#a56f14',
  '#3a6ea8',
  '#b0487c',
  '#5f7a1f',
  '#8a5a3c',
  '#1f7f93',
  '#9a4fb0',
  '#c2571a',
  '#4a5fc1',
  '#3f8a3a',
  '#a8446a',
  '#6b6f7a',
  '#857116',
] as const
export const PALETTE_SIZE = PALETTE.length
