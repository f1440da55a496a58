"use client";
// A learner's phone in the room: what the wall asks, one large button for each option.
import { useSearchParams } from "next/navigation";
import { Suspense, useId } from "react";
import { type JoinedClass, useJoinedClasses } from "@/components/class/joined-classes";
import { JoinForm } from "@/components/class/learner/join-page";
import { Button } from "@/components/kit/button";
import { Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { useHydrated } from "@/components/kit/use-hydrated";
import { WithCode } from "@/components/kit/with-code";
import { readRoom } from "@/content/class/ballot-api";
import { type Phase, type Room, roundIn } from "@/content/class/ballot-messages";
import { type Refused, retryPause } from "@/content/class/class-api";
import { sitePath } from "@/content/site-path";
import styles from "./phone-page.module.css";
import { useVote } from "./use-vote";

const waiting = (
  <>
    <h1>Vote</h1>
    <p>
      Your class is asked what a run will do: you vote, talk it over with whoever sits
      beside you, vote again, and see it trained. The page opens. It needs JavaScript.
    </p>
  </>
);

/** Votes in the class that the address names, or in the one joined last. */
export const PhonePage = () => (
  <Suspense fallback={waiting}>
    <AddressedPage />
  </Suspense>
);

function AddressedPage() {
  const named = useSearchParams().get("c");
  const classes = useJoinedClasses();
  const hydrated = useHydrated();
  if (!hydrated) return waiting;
  const joined =
    named === null ? classes[0] : classes.find(({ classId }) => classId === named);
  if (joined) return <ClassRoom key={joined.classId} joined={joined} />;
  return (
    <>
      <h1>Vote</h1>
      <JoinForm title="Join the class first" />
    </>
  );
}

/** Between two looks, in milliseconds: by chance, so that a whole room never looks at once. */
const pause = () => 1500 + 1000 * Math.random();

type Seen = { version: string; room: Room | null };

/** What the class is asked; only what has changed is sent. */
const useRoom = (classId: string) =>
  useFetched<Seen, Refused>({
    key: classId,
    async read(before) {
      const answer = await readRoom(classId, before?.version ?? "");
      if (!answer.ok) return answer;
      const { version, room = before?.room ?? null } = answer.value;
      return { ok: true, value: { version, room } };
    },
    pause({ problem, failures }, hidden) {
      if (hidden) return null;
      return problem ? retryPause(pause(), failures, problem.wait) : pause();
    },
  });

function ClassRoom({ joined: { classId, className } }: { joined: JoinedClass }) {
  const { value, problem } = useRoom(classId);
  return (
    <Stack>
      <p className={styles.place}>{className}</p>
      {value?.room ? (
        <Asked key={value.room.ballot} classId={classId} room={value.room} />
      ) : (
        <>
          <h1>Vote</h1>
          <Status>
            {value && "Nothing is asked yet. As soon as the wall asks, it is here."}
          </Status>
        </>
      )}
      <Problem role="status">{problem?.problem}</Problem>
    </Stack>
  );
}

const titles: Record<Phase, string> = {
  first: "First vote",
  argue: "Argue",
  second: "Second vote",
  ended: "The vote has ended",
};

function Asked({ classId, room }: { classId: string; room: Room }) {
  const question = useId();
  const { ballot, phase, asks, options, votes, own } = room;
  const { choose, sent } = useVote(classId);
  const round = roundIn[phase];
  const chosenIn = (which: 1 | 2) =>
    sent?.round === which && sent.state !== "refused" ? sent.option : votes[which - 1];
  const chosen = round && chosenIn(round);
  const before = options.find(({ id }) => id === chosenIn(1));
  const after = options.find(({ id }) => id === chosenIn(2));
  return (
    <div className={styles.asked} data-phase={phase}>
      <h1 className={styles.phase}>{titles[phase]}</h1>
      <p id={question} className={styles.question}>
        <WithCode text={asks} />
      </p>
      {round && (
        <div role="group" aria-labelledby={question} className={styles.options}>
          {options.map(({ id, text }) => (
            <Button
              key={id}
              className={styles.option}
              aria-pressed={id === chosen}
              onClick={() => choose({ ballot, round, option: id })}
            >
              <WithCode text={text} />
            </Button>
          ))}
        </div>
      )}
      <Status>
        {round && sent?.round === round && sentText[sent.state]}
        {round && sent?.round !== round && chosen && sentText.kept}
        {phase === "argue" &&
          "Find somebody who chose otherwise, and win them over. Then you vote again."}
        {phase === "ended" && "Look at the wall: there it is trained, your own seed too."}
      </Status>
      <Problem role="alert">{sent?.problem}</Problem>
      {phase !== "first" && before && (
        <p>
          In the first vote you chose: <WithCode text={before.text} />
        </p>
      )}
      {phase === "ended" && after && (
        <p>
          In the second: <WithCode text={after.text} />
        </p>
      )}
      {own !== null && (
        <p>
          <a href={sitePath(own)}>Train the run from your own seed</a>
        </p>
      )}
    </div>
  );
}

const sentText = {
  sending: "Your vote is on its way…",
  kept: "Your vote is in. You may change it until the teacher ends the vote.",
  refused: "",
};
