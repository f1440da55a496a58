// Provides the files under public/data, as a page does before a lab starts.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { provide } from "@/labs/data/data-file";

const files = [
  "digits.csv.gz",
  "co2-concentration.csv",
  "msft-monthly-price.csv",
  "lessons.txt.gz",
];

export function provideData() {
  for (const file of files) {
    const bytes = readFileSync(`public/data/${file}`);
    const plain = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    provide(file, plain.toString("utf8"));
  }
}
