/**
 * Column widths in whole twips that add up to a width exactly.
 *
 * @param widths relative, as a table has them
 */
export function columnTwips(widths: readonly number[], widthTwips: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let end = 0;
  let before = 0;
  return widths.map((width) => {
    end += width;
    const edge = Math.round((end / total) * widthTwips);
    const twips = edge - before;
    before = edge;
    return twips;
  });
}
