// The rows of the table as lines of a CSV file.
import { checkOf, deviceText, nameOf, whyOf } from "./receipt-columns";
import type { CsvRow } from "./receipt-csv";
import type { Row } from "./row";
import { standingOf } from "./verdict-look";

/** `site` begins every link, as in "https://example.org". */
export function csvRows(rows: readonly Row[], site: string): CsvRow[] {
  return rows.map((row) => {
    const { about, file } = row;
    const check = checkOf(row);
    return {
      learner: nameOf(row),
      assignment: about?.title ?? "",
      lab: about?.lab ?? null,
      verdict: standingOf(row),
      why: whyOf(row),
      testLoss: check?.testLoss ?? null,
      accuracy: check?.accuracy ?? null,
      passes: about?.passes ?? null,
      neurons: about?.neurons ?? null,
      device: about && deviceText[about.device.kind],
      deviceName: about?.device.name ?? null,
      seed: about?.seed ?? null,
      made: about?.at ?? null,
      run: about && site + about.run,
      link: about && site + about.assignment,
      file,
    };
  });
}
