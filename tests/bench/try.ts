import type { PeerName } from "./in-browser/peers";
import { subjects } from "./in-browser/problem";
import { measureAll } from "./measure-all";
import { serveBench } from "./serve";
import { sharesOfPeak } from "./share-of-peak";
import { peersTable, sharesTable } from "./tables";

const s = await serveBench();
const names = (process.argv[2] ?? "").split(";") as PeerName[];
for (const n of names)
  for (const a of subjects) {
    try {
      console.table(
        peersTable(
          await measureAll(s.url, [{ ...a, peer: n }], {
            warmUp: 500,
            measure: 2000,
            fewest: 3,
          }),
        ),
      );
    } catch (e) {
      console.log(n, a.network, String(e).slice(0, 500));
    }
  }
if (names.includes("Next Pass, CPU"))
  console.table(
    sharesTable(await sharesOfPeak(s.url, { warmUp: 500, measure: 2000, fewest: 3 })),
  );
s.close();
