"use client";
// What fails while it is drawn takes along no more than it must.
import { Component, type ReactNode } from "react";
import { Button } from "./button";
import { Problem } from "./status";

type FailureProps = { problem: string; onRetry(): void };

/** A sentence on what went wrong, and another try. */
export const Failure = ({ problem, onRetry }: FailureProps) => (
  <>
    <Problem role="alert">{problem}</Problem>
    <div>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  </>
);

type Props = { problem: string; children: ReactNode };

/**
 * Shows `problem` in the place of a part that fails; another try draws the part anew, and
 * what is kept outside of it is as it was. A class, for React has no other form of this.
 */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    if (!this.state.failed) return this.props.children;
    const { problem } = this.props;
    return <Failure problem={problem} onRetry={() => this.setState({ failed: false })} />;
  }
}
