// `npm run claims`: trains every claim and every prediction on 20 seeds, keeps what the
// pages show of it, and prints a table for authors. It takes about a minute.
import { writeFileSync } from "node:fs";
import { heldOn, seedCount, spreadText } from "@/labs/claim/spread";
import { provideData } from "../labs/provide-data";
import { everyClaim, problemOf, trainSpread } from "./claim-runs";
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
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
