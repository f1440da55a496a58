// Prints the facts that are due today, for `npm run facts`. It reminds and never fails.
import { factsDue } from "./due-facts";

const today = new Date().toISOString().slice(0, 10);
const due = factsDue(today);

console.log(`Facts to read again on ${today}: ${due.length || "none"}`);
for (const { what, why } of due) console.log(`- ${what}: ${why}`);
