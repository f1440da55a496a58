import { LineDrawing } from "@/components/chart/line-drawing";
import { lookOf } from "@/components/lab/plane/class-look";
import type { Judged, RocPoint, Tenth } from "@/labs/decision/decision";
import styles from "./decision-view.module.css";

// A network's chances of yes, drawn.

const percent = (share: number) => `${Math.round(100 * share)} %`;

const binCount = 40;

/** How many examples got each chance: of the one class upwards, of the other downwards. */
function binsOf({ chances, truths }: Judged) {
  const bins = Array.from({ length: binCount }, () => ({ yes: 0, no: 0 }));
  chances.forEach((chance, at) => {
    const bin = bins[Math.min(Math.floor(binCount * chance), binCount - 1)];
    if (bin) bin[truths[at] ? "yes" : "no"] += 1;
  });
  return bins;
}

type ChancesProps = {
  judged: Judged;
  threshold: number;
  /** The class that is a yes. */
  yes: number;
  /** Left out where the text beside it has the words. */
  label?: string;
};

/** How sure the network is of a yes, for the examples of both kinds; see `binsOf`. */
export function ChancesDrawing({ judged, threshold, yes, label }: ChancesProps) {
  const bins = binsOf(judged);
  const most = Math.max(1, ...bins.flatMap((bin) => [bin.yes, bin.no]));
  // Logarithms: a single example is to be seen beside a thousand.
  const height = (count: number) => (48 * Math.log1p(count)) / Math.log1p(most);
  const width = 200 / binCount;
  // Not on a map's paper: the two classes have a colour for each theme.
  const { name, mark } = lookOf(yes);
  const fill = `var(--${name}, ${mark})`;
  return (
    <LineDrawing alt={label} className={styles.chances}>
      {bins.map((bin, at) => (
        <g key={at * width}>
          <rect
            x={at * width}
            y={50 - height(bin.yes)}
            width={width - 0.6}
            height={height(bin.yes)}
            style={{ fill }}
          />
          <rect
            x={at * width}
            y={50}
            width={width - 0.6}
            height={height(bin.no)}
            className={styles.others}
          />
        </g>
      ))}
      <path data-of="axis" d="M0 50H200" />
      <path d={`M${200 * threshold} 0V100`} />
    </LineDrawing>
  );
}

type RocProps = { roc: readonly RocPoint[]; area: number; now: RocPoint };

/** Every threshold at once: what is found against what is a false alarm. */
export function RocDrawing({ roc, area, now }: RocProps) {
  const place = ({ falseAlarmRate, recall }: RocPoint) =>
    `${(100 * falseAlarmRate).toFixed(2)} ${(100 - 100 * recall).toFixed(2)}`;
  const alt = `ROC curve; the area under it is ${area.toFixed(3)}. At this threshold ${percent(now.recall)} is found, with ${percent(now.falseAlarmRate)} false alarms.`;
  return (
    <svg className={styles.square} viewBox="-4 -4 108 108" role="img" aria-label={alt}>
      <path data-of="axis" d="M0 0V100H100" />
      <path data-of="guess" d="M0 100 100 0" />
      <path d={`M${roc.map(place).join("L")}L100 0`} />
      <circle cx={100 * now.falseAlarmRate} cy={100 - 100 * now.recall} r="3.5" />
    </svg>
  );
}

/** Chances said against how often they came true: on the diagonal, they are kept. */
export function CalibrationDrawing({ tenths }: { tenths: readonly Tenth[] }) {
  const most = Math.max(1, ...tenths.map(({ count }) => count));
  const said = tenths.map(
    (tenth) =>
      `${percent(tenth.said)} said, ${percent(tenth.came)} came true, of ${tenth.count}`,
  );
  const places = tenths.map(
    (tenth) => `${(100 * tenth.said).toFixed(2)} ${(100 - 100 * tenth.came).toFixed(2)}`,
  );
  return (
    <svg
      className={styles.square}
      viewBox="-4 -4 108 108"
      role="img"
      aria-label={`Calibration: ${said.join("; ")}.`}
    >
      <path data-of="axis" d="M0 0V100H100" />
      <path data-of="guess" d="M0 100 100 0" />
      {places.length > 0 && <path d={`M${places.join("L")}`} />}
      {tenths.map((tenth) => (
        <circle
          key={tenth.from}
          cx={100 * tenth.said}
          cy={100 - 100 * tenth.came}
          r={1.5 + 3.5 * Math.sqrt(tenth.count / most)}
        />
      ))}
    </svg>
  );
}
