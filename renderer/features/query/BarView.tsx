/** The bars of a table, drawn from the same shapes that are saved as a picture. */
import { useEffect, useRef, useState } from 'react'
import { barPicture, type PictureWords, type Shape } from './picture.ts'
import type { TableModel, TableRow } from './table-model.ts'

export const BarView = ({
  label,
  model,
  rows,
  words,
}: {
  readonly label: string
  readonly model: TableModel
  readonly rows: readonly TableRow[]
  readonly words: PictureWords
}) => {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(360)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(box.current)
    return () => {
      observer.disconnect()
    }
  }, [])
  const picture = barPicture(model, rows, words, width)
  return (
    // The table says the same to those who do not see the bars.
    <div className="bar-box" ref={box}>
      <svg className="bars" role="img" aria-label={label} width={picture.width} height={picture.height}>
        {picture.shapes.map((shape, index) => (
          <Drawn key={index} shape={shape} />
        ))}
      </svg>
    </div>
  )
}

const Drawn = ({ shape }: { readonly shape: Shape }) => {
  if (shape.kind === 'line') return <line className="axis" x1={shape.x} x2={shape.x} y1={shape.y1} y2={shape.y2} />
  if (shape.kind === 'rect')
    return (
      <rect
        data-color={shape.color}
        x={shape.x}
        y={shape.y}
        width={shape.width}
        height={shape.height}
        rx={3}
        fillOpacity={shape.share}
      />
    )
  return (
    <text data-soft={shape.isSoft || undefined} x={shape.x} y={shape.y} textAnchor={shape.anchor} fontSize={shape.size}>
      {shape.text}
    </text>
  )
}
