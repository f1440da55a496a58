import { expect, test } from "vitest";
import {
  type DeskEvent,
  deskReducer,
  emptyDesk,
} from "@/components/lab/picture/drawing-desk";
import { blankDrawing, isBlank } from "@/labs/picture/drawing";

const stroke = (x: number, goesOn: boolean): DeskEvent => ({
  kind: "stroke",
  pen: { ink: true, radius: 2 },
  from: { x, y: 4 },
  to: { x: x + 4, y: 4 },
  goesOn,
});

test("Undo takes back a whole stroke, however many parts it has", () => {
  const drawn = [stroke(4, false), stroke(8, true), stroke(12, true)].reduce(
    deskReducer,
    emptyDesk,
  );
  expect(isBlank(drawn.drawing)).toBe(false);
  const undone = deskReducer(drawn, { kind: "undo" });
  expect(undone).toEqual(emptyDesk);
  expect(deskReducer(undone, { kind: "undo" })).toEqual(emptyDesk);
});

test("Clear and a taken image can be undone too, with all that belonged to the sheet", () => {
  const drawn = deskReducer(emptyDesk, stroke(4, false));
  const taken = deskReducer(drawn, {
    kind: "take",
    drawing: blankDrawing().fill(1),
    origin: "a 5",
  });
  expect(taken).toMatchObject({ shaped: false, origin: "a 5" });
  const cleared = deskReducer(taken, { kind: "clear" });
  expect(cleared).toMatchObject({ shaped: true, origin: null });
  expect(isBlank(cleared.drawing)).toBe(true);
  const back = deskReducer(cleared, { kind: "undo" });
  expect(back).toEqual(taken);
  expect(deskReducer(back, { kind: "undo" })).toEqual(drawn);
});
