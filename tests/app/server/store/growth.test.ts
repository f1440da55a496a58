import { expect, test } from "vitest";
import { openStore } from "@/app/server/store/open-store";
import { places } from "./store-places";
import { classRow, learnerRow, openClassOfAda, receiptRow, upTo } from "./store-rows";

test.each(places)(
  "%s takes nothing more once it holds as much as it may, until there is room",
  async (_, fresh) => {
    const place = await fresh();
    const before = await openStore(place);
    await openClassOfAda(before);
    await before.openClass(classRow("d"));
    const long = { ...receiptRow("long"), packed: "x".repeat(50_000) };
    await before.handIn("c", long, 9);
    await before.close();
    const store = await openStore({ ...place, limit: 50_000 });
    const full = { name: "StoreFault", trouble: "full" };
    await expect(store.handIn("c", receiptRow("r"), 9)).rejects.toMatchObject(full);
    await expect(store.openClass(classRow("e"))).rejects.toMatchObject(full);
    const joining = store.join("d", learnerRow("Bo"), upTo(9));
    await expect(joining).rejects.toMatchObject(full);
    // What changes or deletes goes on.
    expect(await store.renewTeacher("d", "teacher of d", "new")).toBe(true);
    await store.deleteClass("c");
    expect(await store.join("d", learnerRow("Bo"), upTo(9))).toMatchObject({
      kind: "joined",
    });
    await store.close();
  },
);
