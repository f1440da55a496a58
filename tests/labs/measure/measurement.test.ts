import { expect, test } from "vitest";
import {
  csvOf,
  measuredAfter,
  nothingMeasured,
  type Report,
} from "@/labs/measure/measurement";

const reports: readonly Report[] = [
  { kind: "gpu", found: { kind: "software", name: 'Swift, "Shader"', opened: 300 } },
  { kind: "read-back", time: 0.5 },
  { kind: "own", way: "cpu", timing: { size: 330, time: 0.2, first: 1 } },
  { kind: "point", way: "cpu", timing: { size: 2, time: 0.01, first: 0.1 } },
  { kind: "point", way: "one", timing: { size: 2, time: 0.02, first: 40 } },
  { kind: "point", way: "cpu", timing: { size: 4, time: 0.03, first: 0.1 } },
  { kind: "fault", way: "steps", why: "The GPU was lost." },
];
const measured = reports.reduce(measuredAfter, nothingMeasured);

test("reports add up to lines, way by way and in order", () => {
  expect(measured.lines.cpu.map(({ size }) => size)).toEqual([2, 4]);
  expect(measured.lines.one.map(({ size }) => size)).toEqual([2]);
  expect(measured.lines.steps).toEqual([]);
  expect(measured.own.cpu?.size).toBe(330);
  expect(measured.faults).toMatchObject([{ way: "steps" }]);
});

test("the saved copy holds every figure, and quotes a name with commas", () => {
  expect(csvOf("network", measured).split("\n")).toEqual([
    "measured,way,n,milliseconds,milliseconds the first time",
    '"pass of the run, n = weights × batch",CPU,330,0.2,1',
    '"pass, layers of n",CPU,2,0.01,0.1',
    '"pass, layers of n",CPU,4,0.03,0.1',
    '"pass, layers of n","GPU, in one dispatch",2,0.02,40',
    'opening the GPU,"Swift, ""Shader""",,300,',
    "one number read back,GPU,,0.5,",
    "",
  ]);
});
