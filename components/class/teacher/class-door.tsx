"use client";
// How learners get into a class: its door, its code, and the list of those who belong to it.
import { lazy, Suspense, useState } from "react";
import { FoldedSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { Radios } from "@/components/kit/choice";
import { useCopy } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Small, Stack } from "@/components/kit/layout";
import { QrCode } from "@/components/kit/qr";
import { Problem, Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import type { ClassHead } from "@/content/class/messages";
import { changeClass } from "@/content/class/roster-api";
import type { Door } from "@/content/class/roster-messages";
import { siteAddress, sitePath } from "@/content/site-path";
import { joinPath } from "./class-address";
import styles from "./class-door.module.css";
import type { LearnerCode } from "./code-list";

const doors: Record<Door, string> = {
  open: "Open: by the code",
  roster: "Roster: by codes of their own",
  closed: "Closed",
};

const meanings: Record<Door, string> = {
  open: "Whoever has the code joins, with a name of their own.",
  roster: "Only those on your list come in, each with the code that is theirs alone.",
  closed: "Nobody new comes in. Those who are in the class go on.",
};

const beside = ({ door, code }: ClassHead) =>
  ({ open: code, roster: "by codes of their own", closed: "closed" })[door];

const RosterForm = lazy(async () => {
  const loaded = await import("./roster-form").catch(() => null);
  return { default: loaded?.RosterForm ?? Unloaded };
});

const Unloaded = () => (
  <Problem>The list could not be loaded. Reload the page once you are online.</Problem>
);

type Props = {
  head: ClassHead;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
  onChanged(): void;
  /** Takes the new codes of learners, to be shown this once. */
  onCodes(codes: readonly LearnerCode[]): void;
};

/** The door of a class, and what goes with it. */
export function ClassDoor({ head, opens, onChanged, onCodes }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  // The choice is shown at once, until the board tells it.
  const [asked, setAsked] = useState<Partial<Pick<ClassHead, "door" | "approval">>>({});
  const [listed, setListed] = useState(false);
  const { door, approval } = { ...head, ...asked };

  async function change(part: typeof asked) {
    setAsked((before) => ({ ...before, ...part }));
    const answer = await changeClass(head.id, part);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await onChanged();
    setAsked({});
  }

  return (
    <FoldedSection title="How learners join" beside={beside(head)} opens={opens}>
      <Radios
        legend="The door"
        value={door}
        named={doors}
        onChoose={(door) => change({ door })}
      />
      <Small>{meanings[door]}</Small>
      {door === "open" && <JoinCode code={head.code} />}
      {door === "open" && (
        <Tick
          checked={approval}
          onChange={({ target }) => change({ approval: target.checked })}
        >
          Nobody is in before I have approved them
        </Tick>
      )}
      <Problem role="alert">{problem}</Problem>
      <Disclosure
        summary="Add learners from a list"
        onToggle={({ currentTarget }) => setListed(listed || currentTarget.open)}
      >
        {listed && (
          <Suspense>
            <RosterForm
              classId={head.id}
              onAdded={(codes) => {
                onCodes(codes);
                onChanged();
              }}
            />
          </Suspense>
        )}
      </Disclosure>
    </FoldedSection>
  );
}

/** The class's code to type, a link, a picture of it. */
function JoinCode({ code }: { code: string }) {
  const { copy, told } = useCopy("The browser did not allow copying; select it instead.");
  const href = siteAddress(joinPath(code));
  return (
    <div className={styles.joining}>
      <Stack>
        <p className={styles.code} data-code translate="no">
          {code}
        </p>
        <p>
          They open{" "}
          <a href={href} translate="no">
            {href}
          </a>
          , or type the code on the page{" "}
          <a href={sitePath("/class/join")}>Join a class</a>, with a name of their own.
        </p>
        <Row>
          <Button onClick={() => copy(code, "Copied: the code.")}>Copy the code</Button>
          <Button onClick={() => copy(href, "Copied: the link to join.")}>
            Copy the link to join
          </Button>
          <Status>{told}</Status>
        </Row>
      </Stack>
      <QrCode text={href} label="QR code of the link to join" className={styles.qr} />
    </div>
  );
}
