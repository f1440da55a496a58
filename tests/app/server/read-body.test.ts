// Request bodies: what is read, and the sentence for what is not.
import { expect, test } from "vitest";
import * as z from "zod";
import { readBody } from "@/app/server/read-body";

const shape = z.object({ name: z.string() });
const wanted = "It needs a name.";

const read = (body: BodyInit | null, type = "application/json", most = 100) =>
  readBody(
    new Request("http://x/", {
      method: "POST",
      headers: { "Content-Type": type },
      body,
      duplex: "half",
    } as RequestInit),
    shape,
    wanted,
    most,
  );

const chunks = (...texts: (string | number[])[]) =>
  new ReadableStream({
    start(controller) {
      for (const text of texts) {
        controller.enqueue(
          typeof text === "string"
            ? new TextEncoder().encode(text)
            : Uint8Array.from(text),
        );
      }
      controller.close();
    },
  });

test("JSON of the shape is read, in as many pieces as it comes, up to the limit", async () => {
  expect(await read('{"name":"Ada"}')).toEqual({ name: "Ada" });
  expect(await read(chunks('{"name":', '"Bo"}'))).toEqual({ name: "Bo" });
  expect(await read('{"name":"Cy"}', 'application/json; charset="UTF-8"')).toBeDefined();
  const exact = `{"name":"${"x".repeat(89)}"}`;
  expect(exact).toHaveLength(100);
  expect(await read(exact)).toBeDefined();
  expect(await read(chunks(exact))).toBeDefined();
});

const noJson = "The request is no JSON in UTF-8.";
const tooLong = "A request of more than 100 bytes is not read.";

test.each([
  ["{", "application/json", 400, noJson],
  [null, "application/json", 400, noJson],
  [chunks('{"name":"', [0xff], '"}'), "application/json", 400, noJson],
  ['{"name":1}', "application/json", 400, wanted],
  [`{"name":"${"x".repeat(90)}"}`, "application/json", 413, tooLong],
  [chunks(...Array.from({ length: 11 }, () => "          ")), "text/json", 415, /JSON/],
  [chunks(...Array.from({ length: 11 }, () => " ".repeat(10))), undefined, 413, tooLong],
] as const)("%j as %s is refused with %i", async (body, type, status, says) => {
  await expect(read(body, type)).rejects.toMatchObject({
    status,
    message: typeof says === "string" ? says : expect.stringMatching(says),
  });
});
