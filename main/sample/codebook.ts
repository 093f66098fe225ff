/** The sample's codebook as a tree; its words are in each language's folder. */

interface SampleCode {
  readonly parent: string | null
  /** Its place in the palette. */
  readonly color: number
  readonly pin?: number
  /** A category, which is not applied to text. */
  readonly category?: true
}

/** Parents first, siblings in their order. */
export const codebook = {
  fear: { parent: null, color: 0, category: true },
  safety: { parent: 'fear', color: 0, pin: 1 },
  authorities: { parent: 'safety', color: 10 },
  family: { parent: 'safety', color: 5 },
  emptyHands: { parent: 'fear', color: 7 },
  agency: { parent: null, color: 1, category: true },
  passivity: { parent: 'agency', color: 4, pin: 2 },
  health: { parent: 'agency', color: 1, pin: 4 },
  step: { parent: 'agency', color: 12 },
  return: { parent: null, color: 2 },
  newMigration: { parent: 'return', color: 2, pin: 3 },
  placeGone: { parent: 'newMigration', color: 9 },
  children: { parent: 'newMigration', color: 13 },
  lesserEvil: { parent: 'return', color: 3 },
  staying: { parent: null, color: 6 },
  home: { parent: 'staying', color: 6 },
  waiting: { parent: 'staying', color: 14 },
  fairness: { parent: null, color: 11 },
  disbelief: { parent: 'fairness', color: 11 },
  listening: { parent: 'fairness', color: 8 },
} as const satisfies Record<string, SampleCode>
export type CodeKey = keyof typeof codebook
