import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { decodablePath, mendArrivingRequests } from "@/app/server/arriving-requests";

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

test("a server reads the mended address, and who the connection is from at the end", async () => {
  const leave = mendArrivingRequests();
  onTestFinished(leave);
  const server = createServer(({ url, headers }, answer) => {
    answer.end(JSON.stringify([url, headers["x-forwarded-for"]]));
  });
  onTestFinished(() => void server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  async function seen(path: string, headers: Record<string, string>) {
    const asked = request({ host: "127.0.0.1", port, path, headers }).end();
    const [answer] = await once(asked, "response");
    let text = "";
    for await (const part of answer) text += part;
    return JSON.parse(text);
  }
  expect(await seen("/labs/%ff?a=1", {})).toEqual(["/labs/%25ff?a=1", "127.0.0.1"]);
  expect(await seen("/labs", { "x-forwarded-for": "10.1.1.1" })).toEqual([
    ...["/labs", "10.1.1.1, 127.0.0.1"],
  ]);
  leave();
  expect(await seen("/labs/%ff", {})).toEqual(["/labs/%ff", null]);
});
