import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { jsonAnswer } from "@/app/class/json-answer";

const asked = (encodings?: string) =>
  new Request("http://school.test/", {
    headers: encodings === undefined ? {} : { "accept-encoding": encodings },
  });

const large = { names: Array.from({ length: 1000 }, (_, at) => `Learner ${at}`) };

test.each(["gzip", "br, gzip;q=0.8", "deflate, GZIP"])(
  "a long answer is compressed for a browser that takes %s",
  async (encodings) => {
    const answer = await jsonAnswer(asked(encodings), large);
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.length).toBeLessThan(JSON.stringify(large).length / 3);
    expect(JSON.parse(gunzipSync(body).toString("utf8"))).toEqual(large);
  },
);

test.each([undefined, "br", "gzip;q=0", "gzip; q=0.0, br"])(
  "an answer comes as it is to a browser that takes %s",
  async (encodings) => {
    const answer = await jsonAnswer(asked(encodings), large);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.json()).toEqual(large);
  },
);

test("a short answer is not compressed", async () => {
  const answer = await jsonAnswer(asked("gzip"), { name: "Ada" });
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("content-type")).toBe("application/json");
});
