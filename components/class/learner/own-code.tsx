"use client";
// A learner's own code: the way to a second device, and back in.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Notice } from "@/components/kit/notice";
import { Problem, Status } from "@/components/kit/status";
import { renewOwnCode } from "@/content/class/class-api";
import styles from "./own-code.module.css";

type Props = { code: string; className: string };

/** A code that is shown this once, to be written down or copied. */
export function OwnCode({ code, className }: Props) {
  const { copy, told } = useCopy("The browser did not allow copying: write it down.");
  return (
    <Notice title="Your own code">
      <p className={styles.code} data-own-code translate="no">
        {code}
      </p>
      <p>
        With it you come back into {className}, here or on another device. Keep it for
        yourself: it is shown this once.
      </p>
      <Row>
        <Button onClick={() => copy(code, "Copied.")}>Copy the code</Button>
        <Status>{told}</Status>
      </Row>
    </Notice>
  );
}

/** Makes a learner of a class a new code of their own. */
export function AnotherDevice({ classId, className }: OtherProps) {
  const [code, setCode] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function make() {
    setMaking(true);
    const answer = await renewOwnCode(classId);
    setMaking(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setCode(answer.value.code);
  }

  return (
    <Disclosure summary="Use another device as well">
      <Stack>
        <Small>
          Type your own code there, under “Join a class”. A new one makes the one before
          void; this browser stays in the class.
        </Small>
        <Row>
          <Button inactive={making} onClick={make}>
            Get a new code
          </Button>
          <Problem role="alert">{problem}</Problem>
        </Row>
        {code !== null && <OwnCode {...{ code, className }} />}
      </Stack>
    </Disclosure>
  );
}

type OtherProps = { classId: string; className: string };
