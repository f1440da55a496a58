// `npm run export`: the site as plain files in out/, for any host of files: all pages, where
// those of classes say that there are none.
import { rename, rm, writeFile } from "node:fs/promises";
import { buildCopy } from "./build-copy";
import { finishPages } from "./finish-pages";
import { compressTexts, withPolicy } from "./plain-files";
import { writeOffline } from "./write-offline";

const copy = ".copy-export";
const ofTheServer = /^app\/api(\/|$)/;
if (!(await buildCopy(copy, { PLAIN_FILES: "1" }, ofTheServer))) process.exit(1);

const made = `${copy}/out`;
const built = { pages: made, next: `${made}/_next` };
await finishPages({ ...built, last: withPolicy });
await writeOffline({ ...built, answer: (path) => made + path });
await compressTexts(made);
// GitHub Pages would leave out the folder _next without it.
await writeFile(`${made}/.nojekyll`, "");
await rm("out", { recursive: true, force: true });
await rename(made, "out");
const folder = process.env.BASE_PATH || "/";
console.log(`The site is in out/: put what is in it where your host serves ${folder}.`);
