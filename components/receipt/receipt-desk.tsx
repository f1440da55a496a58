"use client";
// The whole of /receipt, and the way into this room: receipts come in by the address or by
// the box of `receipt-intake`, stand in `receipt-list`, are checked by the workers of
// `receipt-checker` against the link that `judging-form` takes, and are shown one by one or
// as a table.
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Problem, Status } from "@/components/kit/status";
import { useHydrated } from "@/components/kit/use-hydrated";
import { JudgingForm, useJudging } from "./judging-form";
import { type Fetching, useReceiptAddress } from "./receipt-address";
import { ReceiptBoard } from "./receipt-board";
import { ReceiptDetails } from "./receipt-details";
import { ReceiptIntake, useIntake } from "./receipt-intake";
import { createReceiptList } from "./receipt-list";

/** Checks the receipt of the address, and those that the reader brings. */
export function ReceiptDesk() {
  const judging = useJudging(() => list.judgeAnew());
  const [list] = useState(() => createReceiptList(judging.known));
  const receipts = useSyncExternalStore(list.subscribe, list.receipts, list.receipts);
  const [openId, setOpenId] = useState<number | null>(null);
  // Counts what the reader does, for where the keyboard goes on.
  const [turn, setTurn] = useState(0);
  useEffect(() => list.clear, [list]);
  const hydrated = useHydrated();
  const isUsed = receipts.length > 0;
  // Who checks one receipt may well be offline when the next one comes.
  useEffect(() => {
    if (isUsed) void import("./read-receipts").catch(() => null);
  }, [isUsed]);

  /** Opens what came alone; of many, the list is shown. */
  const open = (ids: readonly number[]) =>
    setOpenId(ids.length === 1 ? (ids[0] ?? null) : null);
  const { fetching, retry } = useReceiptAddress((one) => open(list.add([one]).ids));
  const intake = useIntake(list, (ids) => {
    if (ids.length === 0) return;
    open(ids);
    setTurn((last) => last + 1);
  });

  function clear() {
    list.clear();
    intake.forget();
    setOpenId(null);
    setTurn((last) => last + 1);
    window.history.replaceState(null, "", window.location.pathname);
  }

  const onlyWord = receipts.some(({ summary }) => summary && !summary.judging);
  const [only] = receipts;
  const form = <JudgingForm {...judging} asked={onlyWord} />;
  const box = <ReceiptIntake {...intake} turn={isUsed ? 0 : turn} />;
  return (
    <Stack data-receipts={hydrated ? receipts.length : undefined}>
      <AddressNotice fetching={fetching} onRetry={retry} />
      <Status as="div">
        <ProblemList sentences={intake.notes} aria-label="What was left out" />
      </Status>
      {receipts.length === 1 && only ? (
        <ReceiptDetails {...{ list, turn }} receipt={only} judging={form} />
      ) : (
        form
      )}
      {receipts.length > 1 && (
        <ReceiptBoard {...{ receipts, list, openId, turn }} onOpen={setOpenId} />
      )}
      {isUsed ? (
        <>
          <Disclosure summary="Check more receipts">{box}</Disclosure>
          <p>
            <Button onClick={clear}>
              {receipts.length === 1 ? "Clear" : "Clear the list"}
            </Button>
          </p>
        </>
      ) : (
        box
      )}
    </Stack>
  );
}

/** How it goes with a receipt that a class holds. */
function AddressNotice({ fetching, onRetry }: { fetching: Fetching; onRetry(): void }) {
  if (fetching.kind === "idle") return null;
  if (fetching.kind === "fetching") {
    return <Status>Fetching the receipt from the class…</Status>;
  }
  return (
    <Row>
      <Problem role="alert">{fetching.problem}</Problem>
      <Button onClick={onRetry}>Try again</Button>
    </Row>
  );
}
