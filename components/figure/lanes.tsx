// Twelve multiplications on one fast core and on twelve slower lanes, against time.
import { Drawing } from "./drawing";

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

/** One core above twelve lanes, against time; `alt` tells it in words. */
export function Lanes({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={300} height={364}>
      <text x={start} y="20">
        One strong core: one after another
      </text>
      {tasks.map((task) => (
        <g key={task} transform={`translate(${start + (task - 1) * quick} ${coreTop})`}>
          <rect data-ink="orange" width={quick - 2} height="30" rx="2" />
          <text textAnchor="middle" x={(quick - 2) / 2} y="20">
            {task}
          </text>
        </g>
      ))}

      <text x={start} y={lanesTop - 12}>
        Twelve simple lanes: all at once
      </text>
      {tasks.map((task, index) => (
        <g key={task} transform={`translate(${start} ${lanesTop + index * lane})`}>
          <rect data-ink="blue" width={slow - 2} height={lane - 2} rx="2" />
          <path data-ink="blue" d={`M26 ${lane - 6}l8-8m4 8 8-8m4 8 8-8`} />
          <text textAnchor="end" x="20" y="13">
            {task}
          </text>
        </g>
      ))}
      <g>
        <text data-ink="quiet" x={lanesEnd + 14} y={lanesTop + 88}>
          Each lane is slower,
        </text>
        <text data-ink="quiet" x={lanesEnd + 14} y={lanesTop + 106}>
          and still all are done
        </text>
        <text data-ink="quiet" x={lanesEnd + 14} y={lanesTop + 124}>
          long before the core.
        </text>
      </g>

      <path
        data-ink="faint"
        strokeDasharray="3 3"
        d={`M${lanesEnd} ${lanesTop - 4}V${axis}`}
      />
      <path
        data-ink="faint"
        strokeDasharray="3 3"
        d={`M${coreEnd} ${coreTop - 4}V${axis}`}
      />
      <path data-ink="line" d={`M${start} ${axis}H292m-6-4 6 4-6 4`} />
      <text textAnchor="middle" x={lanesEnd} y={axis + 20}>
        lanes done
      </text>
      <text textAnchor="end" x="292" y={axis + 20}>
        core done
      </text>
      <text textAnchor="middle" data-ink="quiet" x="176" y={axis + 20}>
        time
      </text>
    </Drawing>
  );
}
