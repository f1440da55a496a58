// `npm run backup` and `npm run restore`: see “Keeping” in the README.
import { backUp, restore } from "./server/store/backup";
import { storeSettings } from "./server/store/open-store";

async function keep([what, file]: readonly string[]) {
  if (what === "backup") {
    console.log(`All classes are in ${await backUp(storeSettings(), file)}`);
  } else if (file === undefined) {
    throw new Error("Name the file to restore: npm run restore -- <file>");
  } else {
    await restore(storeSettings(), file);
    console.log(`The classes of ${file} are in their place.`);
  }
}

keep(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
