// Twelve multiplications on one fast core and on twelve slower lanes, against time.
import figure from "./figure.module.css";
import styles from "./lanes.module.css";

const tasks = Array.from({ length: 12 }, (_, index) => index + 1);
const start = 8;
const quick = 23;
const slow = 3 * quick;
const coreTop = 32;
const lanesTop = 102;
const lane = 18;
const axis = lanesTop + tasks.length * lane + 8;
const coreEnd = start + tasks.length * quick;
const lanesEnd = start + slow;

export function Lanes({ alt }: { alt: string }) {
  return (
    <div className={figure.frame}>
      <svg className={figure.drawing} viewBox="0 0 300 364" role="img" aria-label={alt}>
        <text x={start} y="20">
          One strong core: one after another
        </text>
        {tasks.map((task) => (
          <g key={task} transform={`translate(${start + (task - 1) * quick} ${coreTop})`}>
            <rect className={styles.core} width={quick - 2} height="30" rx="2" />
            <text className={figure.middle} x={(quick - 2) / 2} y="20">
              {task}
            </text>
          </g>
        ))}

        <text x={start} y={lanesTop - 12}>
          Twelve simple lanes: all at once
        </text>
        {tasks.map((task, index) => (
          <g key={task} transform={`translate(${start} ${lanesTop + index * lane})`}>
            <rect className={styles.lane} width={slow - 2} height={lane - 2} rx="2" />
            <path className={styles.hatch} d={`M26 ${lane - 6}l8-8m4 8 8-8m4 8 8-8`} />
            <text className={figure.end} x="20" y="13">
              {task}
            </text>
          </g>
        ))}
        <g className={figure.quiet}>
          <text className={figure.quiet} x={lanesEnd + 14} y={lanesTop + 88}>
            Each lane is slower,
          </text>
          <text className={figure.quiet} x={lanesEnd + 14} y={lanesTop + 106}>
            and still all are done
          </text>
          <text className={figure.quiet} x={lanesEnd + 14} y={lanesTop + 124}>
            long before the core.
          </text>
        </g>

        <path className={styles.finish} d={`M${lanesEnd} ${lanesTop - 4}V${axis}`} />
        <path className={styles.finish} d={`M${coreEnd} ${coreTop - 4}V${axis}`} />
        <path className={styles.axis} d={`M${start} ${axis}H292m-6-4 6 4-6 4`} />
        <text className={figure.middle} x={lanesEnd} y={axis + 20}>
          lanes done
        </text>
        <text className={figure.end} x="292" y={axis + 20}>
          core done
        </text>
        <text className={`${figure.middle} ${figure.quiet}`} x="176" y={axis + 20}>
          time
        </text>
      </svg>
    </div>
  );
}
