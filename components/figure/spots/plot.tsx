export const plot = { left: 26, right: 316, top: 26, bottom: 200 };

/** A value from 0 to 1, as a place in the drawing. */
export const across = (share: number) => plot.left + share * (plot.right - plot.left);
export const up = (share: number) => plot.bottom - share * (plot.bottom - plot.top);

/** A function from 0…1 to 0…1 as a line, from one share of the way to another. */
export function line(of: (share: number) => number, from = 0, to = 1): string {
  const points = Array.from({ length: 101 }, (_, step) => {
    const share = from + (step / 100) * (to - from);
    return `${across(share).toFixed(1)} ${up(of(share)).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

export function Axes({ x, y }: { x: string; y: string }) {
  return (
    <>
      <path
        data-ink="faint"
        d={`M${plot.left} ${plot.top - 6}V${plot.bottom}H${plot.right}`}
      />
      <text x="6" y="14">
        {y}
      </text>
      <text textAnchor="end" x={plot.right} y={plot.bottom + 18}>
        {x}
      </text>
    </>
  );
}
