import type { Metadata } from "next";
import Link from "next/link";
import { Code } from "@/components/kit/with-code";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "What a class keeps",
  description: "What is kept of a class, where, for how long, and who sees it.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function PrivacyPage() {
  return (
    <Page
      title="What a class keeps"
      lead={
        <>
          Lessons, labs and receipts need no server and keep nothing outside your browser.
          Only a class does, and only this.
        </>
      }
    >
      <h2>On the site’s server</h2>
      <ul>
        <li>
          Of the class: its name, its code, how its door stands, its assignments, when it
          was opened and when it ends; of its co-teachers, the names that they were given.
        </li>
        <li>
          Of a learner: the name typed in or put on the teacher’s list, with an id and a
          section if the teacher adds them, and when they joined. Any name will do that
          the teacher knows them by.
        </li>
        <li>
          What a learner hands in, and when: receipts (the name, the run, the final
          weights, the loss curve, what the device calls itself, answers that the
          assignment asked for) with what the check found, and answers to quizzes, each
          first and latest, with how long the first one took.
        </li>
        <li>
          Of a graded quiz: when a learner started it, and each answer, right or wrong,
          with when it came and how long it took.
        </li>
        <li>
          A teacher’s word on the work: extensions, points, a verdict, a comment that the
          learner reads, and a reason that only teachers read.
        </li>
        <li>
          Of private links, recovery codes, learners’ own codes and each browser in a
          class, a fingerprint (SHA-256) that recognises them and from which they cannot
          be had back.
        </li>
      </ul>
      <p>
        No account, no e-mail address, no password. Network addresses are counted in the
        server’s memory, so that nobody can try codes by the thousand, and are not kept
        with the class. Whoever runs this site can read its database, and their server may
        keep logs of its own, as servers do.
      </p>
      <h2>How long</h2>
      <p>
        A class ends one year after it was opened, or on the day that its teacher sets, at
        most a year ahead; one that has neither learners nor assignments after 60 days
        ends then. Then it is deleted with all that is in it. Its teacher can delete it,
        learners, or an assignment at any time; what is deleted is gone at once, except
        from backups that whoever runs the site may make, and from the file that a teacher
        may save of the class.
      </p>
      <h2>Who sees it</h2>
      <p>
        The teacher, which is whoever has the private link, sees all of the class, and so
        do the co-teachers whom the teacher gave links of their own. A learner sees what
        they handed in themself and what a teacher says of it. Nobody else sees anything
        of it, and nothing is sent to another site.
      </p>
      <h2>In your browser</h2>
      <ul>
        <li>
          One cookie for each class, <Code>teacher-…</Code> or <Code>learner-…</Code>,
          until the class ends. It goes to that class’s requests alone, and no script can
          read it. There are no other cookies.
        </li>
        <li>
          The names of your classes, their assignments, and what waits to go in while the
          server cannot be reached. “Leave this class” deletes that and the learner’s
          cookie; “Take off this list” deletes the name. On a computer that others use,
          too, a teacher clears the site’s data in the browser’s settings.
        </li>
      </ul>
      <h2>To have something deleted</h2>
      <p>Ask the teacher of the class, or whoever runs this site.</p>
      <p>
        <Link href="/class/join">Your classes</Link> ·{" "}
        <Link href="/class">Open a class</Link>
      </p>
    </Page>
  );
}
