/** Draws an SVG picture as PNG, at twice its size, so that it is sharp on paper too. */
const SCALE = 2
/** More than any browser draws on one canvas. */
const LARGEST_SIDE = 16_000

export const toPng = async (
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> => {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(SCALE, LARGEST_SIDE / width, LARGEST_SIDE / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!blob) throw new Error('the picture could not be drawn')
  return new Uint8Array(await blob.arrayBuffer())
}
