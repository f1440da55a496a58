import { expect, test } from "vitest";
import { decodablePath } from "@/app/server/malformed-paths";

test("a path that cannot be decoded names something that is not there", () => {
  for (const path of ["/labs/%ff", "/lessons/%zz", "/api/classes/%c3%28/mine", "/%"]) {
    expect(decodeURIComponent(decodablePath(path))).toBe(path);
  }
  expect(decodablePath("/labs/%ff?a=%ff")).toBe("/labs/%25ff?a=%ff");
});

test("every other address stays as it is", () => {
  for (const url of ["/", "/labs/network?title=%ff", "/class/Zo%C3%AB", "/a%2Fb"]) {
    expect(decodablePath(url)).toBe(url);
  }
});
