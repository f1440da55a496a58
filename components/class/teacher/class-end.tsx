"use client";
import Link from "next/link";
import { ClassSection } from "@/components/class/class-section";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Row } from "@/components/kit/layout";
import { dayText } from "@/components/kit/wording";
import { deleteClass, renewSecret } from "@/content/class/class-api";
import type { ClassHead } from "@/content/class/messages";
import { forgetOpened } from "./opened-classes";

type Props = { head: ClassHead; onSecret(secret: string): void; onGone(): void };

/** Renews the private link, and ends the class. */
export function ClassEnd({ head, onSecret, onGone }: Props) {
  const { id, name, expires } = head;

  async function renew() {
    const answer = await renewSecret(id);
    if (!answer.ok) return answer.problem;
    onSecret(answer.value.secret);
    return null;
  }

  async function remove() {
    const answer = await deleteClass(id);
    if (!answer.ok) return answer.problem;
    forgetOpened(id);
    onGone();
    return null;
  }

  return (
    <ClassSection title="The class itself">
      <p>
        It ends on {dayText(expires)}: then the server deletes it with all that is in it.{" "}
        <Link href="/class/privacy">What is kept, and who sees it</Link>.
      </p>
      <Row>
        <ConfirmButton
          label="Renew the private link"
          says="The link that you have now will open nothing any more, and every other browser that it opened is no longer the teacher’s."
          yes="Renew it"
          onYes={renew}
        />
        <ConfirmButton
          label="Delete the class"
          says="All assignments, learners, receipts and answers of the class are deleted, for good. Save the receipts as CSV first if you need them."
          yes="Delete the class for good"
          typed={name}
          onYes={remove}
        />
      </Row>
    </ClassSection>
  );
}
