/** What a stripe tells when one points at it: the code's full path, who coded, and when. Its button says the same. */
interface CodingCardProps {
  readonly top: number
  readonly color: number
  readonly path: string
  readonly coder: string
  readonly date: string
  readonly turns: string
}

export const CodingCard = ({ top, color, path, coder, date, turns }: CodingCardProps) => (
  <div className="coding-card" aria-hidden="true" data-color={color} style={{ top }}>
    <strong>{path}</strong>
    <span>{coder}</span>
    <span>{date}</span>
    <span>{turns}</span>
  </div>
)
