"use client";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/kit/button";
import { Card, CardGrid, EmptyState } from "@/components/kit/card";
import { CopyText } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Notice, ProblemList } from "@/components/kit/notice";
import { Progress } from "@/components/kit/progress";
import { QrCode } from "@/components/kit/qr";
import { Problem, Status } from "@/components/kit/status";
import { Tabs } from "@/components/kit/tabs";
import styles from "./kit.module.css";
import { Choices, Dialogs, Fields, Files, seasons, Tables } from "./kit-controls";

const colours = [
  ..."paper raised ink muted rule control accent good bad".split(" "),
  ..."orange orange-soft blue blue-soft".split(" "),
  ...Array.from({ length: 8 }, (_, tone) => `tone-${tone}`),
];
const texts = [..."123456", "code", "drawing"];

/** The pieces under the names of their files. */
export function KitPieces() {
  return (
    <Stack>
      <Piece name="tokens">
        <div className={styles.swatches}>
          {colours.map((name) => (
            <Small key={name}>
              <span style={{ background: `var(--${name})` }} />
              {name}
            </Small>
          ))}
        </div>
        {texts.map((step) => (
          <p key={step} style={{ fontSize: `var(--text-${step})` }}>
            Text {step}
          </p>
        ))}
      </Piece>
      <Piece name="button">
        <Row>
          <Button look="primary">Primary</Button>
          <ButtonLink look="primary" href="#kit">
            A link
          </ButtonLink>
          <ButtonLink href="#kit">Another link</ButtonLink>
          <Button>Plain</Button>
          <Button aria-pressed="true">Pressed</Button>
          <Button look="danger">Danger</Button>
          <Button look="bare">Bare</Button>
          <Button look="link">Link</Button>
        </Row>
        <Row>
          <Button look="primary" inactive>
            Primary, inactive
          </Button>
          <Button inactive>Inactive</Button>
          <Button look="danger" inactive>
            Danger, inactive
          </Button>
          <Button disabled>Disabled</Button>
        </Row>
      </Piece>
      <Piece name="layout">
        <Row role="group" aria-label="A toolbar">
          <Button>One</Button>
          <Button>Two</Button>
          <Small as="span">and a quieter word</Small>
        </Row>
        <PlainList>
          <li>A list</li>
          <li>without marks</li>
        </PlainList>
      </Piece>
      <Piece name="field">
        <Fields />
      </Piece>
      <Piece name="tick and choice">
        <Choices />
      </Piece>
      <Piece name="status">
        <Status>Saved.</Status>
        <Status />
        <Status unseen>Only heard.</Status>
      </Piece>
      <Piece name="notice">
        <Problem role="alert">This cannot be read.</Problem>
        <Problem role="alert" />
        <ProblemList
          aria-label="Left out"
          sentences={["The first is too long.", "The second is empty."]}
        />
        <Notice title="By the way">A plain notice.</Notice>
        <Notice tone="good">All is well.</Notice>
        <Notice tone="bad">Something is wrong.</Notice>
      </Piece>
      <Piece name="dialog and confirm-button">
        <Dialogs />
      </Piece>
      <Piece name="disclosure">
        <Disclosure summary="Folded">
          <p>Its content.</p>
        </Disclosure>
        <Disclosure
          opens
          summary={
            <>
              <h3>Unfolded</h3> <span>with a heading</span>
            </>
          }
        >
          <p>Its content.</p>
        </Disclosure>
      </Piece>
      <Piece name="tabs">
        <Tabs
          label="Seasons"
          tabs={Object.entries(seasons).map(([name, label]) => ({
            name,
            label,
            content: `All about ${name}.`,
          }))}
        />
      </Piece>
      <Piece name="scroll-table and pager">
        <Tables />
      </Piece>
      <Piece name="card">
        <CardGrid>
          <Card as="li">A card</Card>
          <Card as="li" tone="good">
            A good one
          </Card>
          <Card as="li" tone="bad">
            A bad one
          </Card>
        </CardGrid>
        <EmptyState>
          <p>There is nothing yet.</p>
          <Button>Make something</Button>
        </EmptyState>
      </Piece>
      <Piece name="progress">
        <Progress value={0.4} aria-label="Two fifths done" />
        <Progress aria-label="Going on" />
      </Piece>
      <Piece name="copy-text">
        <CopyText
          label="The link"
          text="https://example.org/a/link?that=is+long"
          button="Copy the link"
          done="Copied: the link."
        />
      </Piece>
      <Piece name="qr">
        <QrCode
          text="https://example.org"
          label="QR code of a link"
          className={styles.code}
        />
      </Piece>
      <Piece name="file-drop">
        <Files />
      </Piece>
    </Stack>
  );
}

const Piece = ({ name, children }: { name: string; children: ReactNode }) => (
  <Stack as="section" className={styles.piece} data-piece={name}>
    <h2>{name}</h2>
    {children}
  </Stack>
);
