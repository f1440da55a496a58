import { expect, test } from "vitest";
import {
  boardPath,
  classPlace,
  privatePath,
} from "@/components/class/teacher/class-address";

const id = "heTfkImuSEJmkKnxqxhj_w";
const secret = "VXTHDD2_mi-P4a-_vKHVMlOjBy9_9kID";

const placeOf = (path: string) => classPlace(new URL(path, "https://next-pass.invalid"));

test("a private link and the address of a board are read as they were written", () => {
  expect(placeOf(privatePath(id, secret))).toEqual({
    kind: "enter",
    classId: id,
    secret,
  });
  expect(placeOf(boardPath(id))).toEqual({ kind: "board", classId: id });
});

test("whatever else the address says, the list is shown", () => {
  const others = [
    "/class",
    "/class#",
    "/class?c=",
    "/class?c=../../api",
    `/class?c=${"a".repeat(41)}`,
    `/class#${id}`,
    `/class#${id}.short`,
    `/class#${id}.${secret}%2f`,
    `/class#<b>.${secret}`,
  ];
  for (const path of others) expect(placeOf(path), path).toEqual({ kind: "list" });
});

test("a private link counts before the board of another class", () => {
  const path = `${boardPath("another-class-012345")}#${id}.${secret}`;
  expect(placeOf(path)).toMatchObject({ kind: "enter", classId: id });
});
