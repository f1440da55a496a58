"use client";
import Link from "next/link";
import { CardGrid } from "@/components/kit/card";
import { Disclosure } from "@/components/kit/disclosure";
import { PlainList } from "@/components/kit/layout";
import styles from "./progress.module.css";
import { ShareBar } from "./share-bar";

/** A lab, and its claims by their names, `lab/claim`. */
export type ClaimedLab = {
  id: string;
  title: string;
  claims: readonly { name: string; says: string; href: string }[];
};

type Props = {
  labs: readonly ClaimedLab[];
  /** The names of the claims that the reader saw hold. */
  held: ReadonlySet<string>;
};

/** The claims that the reader trained and saw hold, lab by lab. */
export function ClaimProgress({ labs, held }: Props) {
  const all = labs.flatMap(({ claims }) => claims);
  const seen = all.filter(({ name }) => held.has(name)).length;
  return (
    <>
      <p className={styles.words} data-held={seen}>
        {seen} of {all.length} seen true.
        {seen === 0 && " Train one in a lesson or a lab, and it is ticked off here."}
      </p>
      <CardGrid className={styles.cards}>
        {labs.map(({ id, title, claims }) => {
          const right = claims.filter(({ name }) => held.has(name)).length;
          return (
            <li key={id}>
              <h3>
                <Link href={`/labs/${id}`} prefetch={false}>
                  {title}
                </Link>
              </h3>
              <ShareBar {...{ right, answered: right, all: claims.length }} />
              <Disclosure
                summary={
                  <>
                    {right} of {claims.length}
                    <span className="visually-hidden"> claims of {title}</span>
                  </>
                }
              >
                <PlainList className={styles.rows}>
                  {claims.map(({ name, says, href }) => (
                    <li key={name} data-claim-held={held.has(name)}>
                      <span className={styles.mark}>
                        {held.has(name) ? "✓ held" : "· untested"}
                      </span>{" "}
                      <Link href={href} prefetch={false}>
                        {says}
                      </Link>
                    </li>
                  ))}
                </PlainList>
              </Disclosure>
            </li>
          );
        })}
      </CardGrid>
    </>
  );
}
