// Four hundred examples, parted into three sets.
import { Drawing } from "./drawing";

/** The sets of the lab “Overfitting”: how many examples, and what each is for. */
const sets = [
  { name: "training", count: 40, use: "adjusts" },
  { name: "validation", count: 160, use: "chooses" },
  { name: "test", count: 200, use: "judges, once" },
] as const;

const [left, width, top, height] = [10, 320, 40, 44];
const all = sets.reduce((sum, { count }) => sum + count, 0);

/** Three boxes as wide as their shares; `alt` tells them in words. */
export function ThreeSets({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={340} height={132}>
      {sets.map(({ name, count, use }, at) => {
        const before = sets.slice(0, at).reduce((sum, one) => sum + one.count, 0);
        const x = left + (width * before) / all;
        const wide = (width * count) / all;
        const middle = x + wide / 2;
        return (
          <g key={name}>
            <rect data-ink="line" fill="none" {...{ x, y: top, width: wide, height }} />
            <text textAnchor="middle" x={middle} y={top + 27}>
              {count}
            </text>
            <text textAnchor="middle" x={Math.max(middle, 34)} y={top - 12}>
              {name}
            </text>
            <text
              data-ink="quiet"
              textAnchor="middle"
              x={Math.max(middle, 34)}
              y={top + height + 24}
            >
              {use}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
