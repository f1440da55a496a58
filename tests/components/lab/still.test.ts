import { inflateSync } from "node:zlib";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LabStill } from "@/components/lab/lab-still";
import { pngAddress } from "@/components/lab/png";
import { MapStill } from "@/components/lab/still";
import { trainedSide } from "@/components/lab/trained-side";
import { type LabId, labs } from "@/labs/catalog/labs";
import { plainRun } from "@/labs/run/run";
import { trained } from "../../labs/trained";

const run = { ...plainRun, passes: 40 };

test("a run is trained for pictures as it is for readers, bit for bit", () => {
  const { passes, ended } = trainedSide(run);
  expect(passes).toEqual(trained(run).passes);
  expect(ended).toBe("done");
  expect(trainedSide(run, 7).passes).toEqual(passes.slice(0, 8));
  expect(trainedSide({ ...run })).toBe(trainedSide(run));
  expect(trainedSide({ ...run, seed: 8 })).not.toBe(trainedSide(run));
  expect(trainedSide({ ...run, rate: 3, passes: 90 }).ended).toBe("diverged");
});

test("a picture of more than 256 colours is refused, and its colours are kept", () => {
  const shades = (count: number) =>
    Uint8ClampedArray.from({ length: 4 * count }, (_, at) => {
      const shade = at >> 2;
      return [shade & 255, shade >> 8, 7, 255][at & 3] ?? 0;
    });
  expect(() => pngAddress(shades(257), 257)).toThrow("257 colours");
  const file = Buffer.from(pngAddress(shades(6), 3).split(",")[1] ?? "", "base64");
  const at = (type: string) => file.indexOf(type) + 4;
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([3, 2]);
  expect([...file.subarray(at("PLTE"), at("PLTE") + 6)]).toEqual([0, 0, 7, 1, 0, 7]);
  const rows = inflateSync(file.subarray(at("IDAT")));
  expect([...rows]).toEqual([0, 0, 1, 2, 0, 3, 4, 5]);
  expect(file.readUInt32BE(at("IEND"))).toBe(0xae426082);
});

test("a map is at most 3 kB of text, and another after more passes", () => {
  for (const data of ["circle", "spiral", "xor", "gaussian"] as const) {
    const still = (pass: number) =>
      renderToStaticMarkup(createElement(MapStill, { run: { ...run, data }, pass }));
    expect(still(40).length).toBeLessThan(3072);
    expect(still(40)).not.toBe(still(0));
  }
});

test("the picture of a lab is at most 6 kB of text, and no lab has that of another", () => {
  const ids = Object.keys(labs) as LabId[];
  const texts = ids.map((id) => renderToStaticMarkup(createElement(LabStill, { id })));
  for (const text of texts) expect(text.length).toBeLessThan(6144);
  expect(new Set(texts).size).toBe(texts.length);
});
