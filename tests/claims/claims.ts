// `npm run claims`: trains every claim, prediction and case of the clinic on 20 seeds, keeps what the
// pages show of it, and prints a table for authors. It takes some minutes.
import { writeFileSync } from "node:fs";
import { cases } from "@/content/clinic/cases";
import { heldOn, seedCount, spreadText } from "@/labs/claim/spread";
import { provideData } from "../labs/provide-data";
import { everyClaim, problemOf, trainSpread } from "./claim-runs";
import { caseRange, cureProblem, trainCase } from "./clinic-runs";
import { everyPrediction, timesRight } from "./prediction-runs";

provideData();

const kept: string[] = [];
const problems: string[] = [];
for (const named of everyClaim) {
  if (named.claim.worked) continue;
  const spread = trainSpread(named, seedCount);
  const problem = problemOf(named.claim, spread);
  if (problem !== null) problems.push(`${named.name}: ${problem}`);
  kept.push(
    `  ${JSON.stringify(named.name)}: ${JSON.stringify(spread).replaceAll(",", ", ")}`,
  );
  const held = `${heldOn(named.claim, spread)} of ${seedCount}`;
  console.log(`| ${named.name} | ${held} | ${spreadText(named.claim, spread)} |`);
}
writeFileSync("labs/claim/spreads.json", `{\n${kept.join(",\n")}\n}\n`);

for (const prediction of await everyPrediction()) {
  const { right, problem } = timesRight(prediction, seedCount);
  if (problem !== null) problems.push(`${prediction.id}: ${problem}`);
  console.log(`| ${prediction.id} | ${right} of ${seedCount} | prediction |`);
}
for (const one of cases) {
  const sick = trainCase(one, "", seedCount);
  const cured = trainCase(one, one.cure, seedCount);
  const problem = sick.met > 0 ? "a sick run meets its goals" : cureProblem(one, cured);
  if (problem !== null) problems.push(`clinic/${one.id}: ${problem}`);
  const told = [sick, cured].map(
    (spread) => `${spread.met} of ${seedCount}, ${caseRange(spread)}`,
  );
  console.log(`| clinic/${one.id} | ${one.goals} | ${told.join(" | ")} |`);
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
