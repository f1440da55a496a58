// How sure the reader was, against how often they were right: a curve, its table, a sentence.
import { Drawing } from "@/components/figure/drawing";
import { Disclosure } from "@/components/kit/disclosure";
import { PlainTable } from "@/components/kit/scroll-table";
import type { AnswerBook } from "@/content/quiz/answer-book";
import {
  type Calibration,
  type CalibrationBin,
  calibrationOf,
} from "@/content/quiz/calibration";
import { counted, fixedText, shareText } from "@/labs/arithmetic/number-text";
import styles from "./calibration-curve.module.css";

/** The answers of a book that were given with a chance, as a calibration curve. */
export function CalibrationCurve({ book }: { book: AnswerBook }) {
  const calibration = calibrationOf(book);
  const { bins, count } = calibration;
  if (count === 0) {
    return (
      <p className={styles.words}>
        Say how sure you are before you check an answer, and the curve of how sure you
        were against how often you were right is drawn here.
      </p>
    );
  }
  return (
    <div className={styles.calibration} data-calibration={count}>
      <p className={styles.words}>{sentence(calibration)}</p>
      <Curve bins={bins} />
      <Disclosure summary="The curve as a table">
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">You said</th>
              <th scope="col">Answers</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">{rangeText(bin)}</th>
                <td>{bin.count}</td>
                <td>{shareText(bin.right)}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      </Disclosure>
    </div>
  );
}

const rangeText = ({ from, to }: CalibrationBin) => `${from} to ${to} %`;

/** A difference of the two means that is more than chance would make of a few answers. */
const telling = 0.05;

/** How sure, how often right, and what that costs. */
function sentence({ count, sure, right, loss }: Calibration): string {
  const [said, was] = [sure ?? 0, right ?? 0];
  const apart = said - was;
  const verdict =
    Math.abs(apart) < telling
      ? "you know what you know"
      : apart > 0
        ? "surer than you are right"
        : "more often right than you think";
  return `${counted(count, "answer")}: ${shareText(said)} sure, ${shareText(was)} right; ${verdict}. Log loss ${fixedText(loss ?? 0, 2)}, where always saying 50 % costs 0.69.`;
}

const plot = { left: 44, right: 316, top: 14, bottom: 190 };

const across = (sure: number) =>
  plot.left + ((sure - 0.5) / 0.5) * (plot.right - plot.left);
const up = (right: number) => plot.bottom - right * (plot.bottom - plot.top);

const percents = [0, 25, 50, 75, 100];

function Curve({ bins }: { bins: readonly CalibrationBin[] }) {
  const points = bins.map((bin) => ({ ...bin, x: across(bin.sure), y: up(bin.right) }));
  const alt = `Of the answers given with about the same chance, how many were right: ${bins
    .map((bin) => `${rangeText(bin)}, ${shareText(bin.right)}`)
    .join("; ")}. A dashed line shows where the two are equal.`;
  return (
    <Drawing alt={alt} width={330} height={236}>
      {percents.map((percent) => (
        <g key={percent}>
          <path data-ink="grid" d={`M${plot.left} ${up(percent / 100)}H${plot.right}`} />
          <text
            data-ink="quiet"
            textAnchor="end"
            x={plot.left - 7}
            y={up(percent / 100) + 4}
          >
            {percent}
          </text>
        </g>
      ))}
      {[50, 60, 70, 80, 90, 100].map((percent) => (
        <text
          key={percent}
          data-ink="quiet"
          textAnchor="middle"
          x={across(percent / 100)}
          y={plot.bottom + 18}
        >
          {percent}
        </text>
      ))}
      <text textAnchor="middle" x={(plot.left + plot.right) / 2} y={plot.bottom + 38}>
        you said, %
      </text>
      <text
        textAnchor="middle"
        transform={`translate(11 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
      >
        were right, %
      </text>
      <path
        data-ink="faint"
        strokeDasharray="5 4"
        d={`M${across(0.5)} ${up(0.5)}L${across(1)} ${up(1)}`}
      />
      <path
        data-ink="line"
        strokeWidth="2.25"
        d={points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("")}
      />
      {points.map(({ x, y, count, from }) => (
        <g key={from}>
          <circle data-ink="solid" cx={x} cy={y} r={Math.min(9, 3 + Math.sqrt(count))} />
          <text
            data-ink="quiet"
            textAnchor="middle"
            x={x}
            y={y > up(0.5) ? y - 13 : y + 22}
          >
            {count}
          </text>
        </g>
      ))}
    </Drawing>
  );
}
