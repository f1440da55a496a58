// How platforms are asked, and how what they write is read.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { askPlatform, isPlatformAddress } from "@/app/server/lti/ask-platform";
import { doubledName, strictJson } from "@/app/server/lti/strict-json";
import { leadsCourse, roleOf } from "@/content/lti/claims";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("only https leads to a platform, and http to this machine while developing", () => {
  const asked = (address: string) => isPlatformAddress(address);
  expect(asked("https://lms.test/keys?a=1")).toBe(true);
  for (const wrong of [
    ...["http://lms.test/", "ftp://lms.test/", "file:///etc/passwd", "lms.test", ""],
    ...["https://user:word@lms.test/", `https://lms.test/${"x".repeat(2000)}`],
    ...["http://127.0.0.1.evil.test/", "data:text/plain,x"],
  ]) {
    expect([wrong, asked(wrong)]).toEqual([wrong, false]);
  }
  expect(asked("http://localhost:4000/")).toBe(true);
  vi.stubEnv("NODE_ENV", "production");
  expect(asked("http://localhost:4000/")).toBe(false);
  vi.stubEnv("LTI_LOOPBACK", "1");
  expect(asked("http://localhost:4000/")).toBe(true);
  expect(asked("http://lms.test/")).toBe(false);
  vi.unstubAllEnvs();
});

test("an answer is read whole or not at all, and no redirect is followed", async () => {
  const address = await serve((request, answer) => {
    if (request.url === "/there") answer.writeHead(302, { location: "/" }).end("moved");
    else if (request.url === "/long") answer.end("x".repeat(1_000_001));
    else if (request.url === "/broken") {
      answer.writeHead(200, { "content-length": "10" });
      answer.write("half");
      setTimeout(() => answer.destroy(), 20);
    } else answer.end(`${request.method} é`);
  });
  expect(await askPlatform(address)).toMatchObject({ status: 200, text: "GET é" });
  const moved = await askPlatform(`${address}there`);
  expect([moved.status, moved.text]).toEqual([302, "moved"]);
  for (const part of ["long", "broken"]) {
    expect(await askPlatform(address + part)).toMatchObject({ status: 200, text: "" });
  }
  await expect(askPlatform("http://lms.test/")).rejects.toThrow("no address");
});

test("a name that stands twice in one object is found, however it is written", () => {
  for (const text of [
    ...['{"a":1,"a":2}', '{"b":[{"a":1,"\\u0061":2}]}', '{"a":{"x":1},"b":0,"a":{}}'],
    '{"a\\"":1,"a\\"":2}',
  ]) {
    expect(() => strictJson(text)).toThrow(
      expect.toSatisfy((thrown) => thrown === doubledName),
    );
  }
  for (const text of [
    ...['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', '["a","a",":"]', '"a"', "1", '{"":":{"}'],
    '{"a":"a","b":"a:"}',
  ]) {
    expect(strictJson(text)).toEqual(JSON.parse(text));
  }
  expect(() => strictJson('{"a":1,}')).toThrow(SyntaxError);
});

test("who teaches or administers is a teacher, who learns a learner, and others neither", () => {
  const course = "http://purl.imsglobal.org/vocab/lis/v2/membership";
  const person = "http://purl.imsglobal.org/vocab/lis/v2/institution/person";
  expect(roleOf([`${course}#Learner`])).toBe("learner");
  expect(roleOf(["Learner"])).toBe("learner");
  expect(roleOf([`${course}/Instructor#TeachingAssistant`])).toBe("teacher");
  expect(roleOf([`${course}#Learner`, `${course}#Instructor`])).toBe("teacher");
  expect(roleOf([`${course}#ContentDeveloper`])).toBe("teacher");
  expect(roleOf([`${person}#Administrator`])).toBe("teacher");
  expect(roleOf([`${person}#Administrator`, `${course}#Learner`])).toBe("learner");
  for (const none of [`${course}#Mentor`, `${person}#Instructor`, "instructor", ""]) {
    expect(roleOf([none])).toBeNull();
  }
  expect(roleOf([])).toBeNull();
});

test("who teaches or administers the course leads it, and an assistant or grader does not", () => {
  const course = "http://purl.imsglobal.org/vocab/lis/v2/membership";
  const leads = (...names: string[]) =>
    leadsCourse(names.map((name) => (name.includes("://") ? name : course + name)));
  expect(leads("#Instructor")).toBe(true);
  expect(leadsCourse(["Instructor"])).toBe(true);
  expect(leads("/Instructor#PrimaryInstructor")).toBe(true);
  expect(leads("#Administrator")).toBe(true);
  // A sub-role comes with the role that it is a part of.
  expect(leads("#Instructor", "/Instructor#TeachingAssistant")).toBe(false);
  expect(leads("#Instructor", "/Instructor#TeachingAssistantSection")).toBe(false);
  expect(leads("#Instructor", "/instructor#TeachingAssistant")).toBe(false);
  expect(leads("#Instructor", "/Instructor#Grader")).toBe(false);
  expect(leads("#Administrator", "/Instructor#TeachingAssistant")).toBe(true);
  for (const none of ["#Learner", "#Mentor", "#ContentDeveloper"]) {
    expect(leads(none)).toBe(false);
  }
  const person = "http://purl.imsglobal.org/vocab/lis/v2/institution/person";
  expect(leads(`${person}#Administrator`)).toBe(false);
  expect(leads(`${person}#Instructor`, "#Learner")).toBe(false);
});
