// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { PlanePoints } from "@/components/lab/plane/plane-points";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

test("points in one place are all drawn, and gone when they are removed", async () => {
  const complains = vi.spyOn(console, "error");
  const place = document.createElement("div");
  const root = createRoot(place);
  const point = { x: 0.76, y: -0.53, target: 2 };
  const count = async (points: number) => {
    const train = Array.from({ length: points }, () => point);
    await act(() => root.render(<PlanePoints points={{ train }} several />));
    return place.querySelectorAll("path").length;
  };
  for (const points of [3, 1, 2, 0]) expect(await count(points)).toBe(points);
  expect(complains).not.toHaveBeenCalled();
  await act(() => root.unmount());
});
