// A reason that has to be given before something is done: the field for it, and what was written in it. It complains only
// once somebody has tried to go on without.
import { Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";

export interface Reason {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Whether somebody has tried to go on without one. */
  readonly lacking: boolean;
  /** The reason, trimmed; undefined while there is none, which the field then says. */
  readonly ask: () => string | undefined;
  readonly clear: () => void;
}

export function useReason(): Reason {
  const [text, write] = useState("");
  const [asked, setAsked] = useState(false);
  const given = text.trim();
  return {
    text,
    write,
    lacking: asked && given === "",
    ask: () => {
      setAsked(true);
      return given === "" ? undefined : given;
    },
    clear: () => {
      write("");
      setAsked(false);
    },
  };
}

interface ReasonFieldProps {
  readonly reason: Reason;
  readonly label: string;
  readonly hint?: string;
  /** What it says while there is none. */
  readonly needed: string;
}

export function ReasonField({ reason, label, hint, needed }: ReasonFieldProps): ReactNode {
  return (
    <Textarea
      label={label}
      description={hint}
      value={reason.text}
      autosize
      minRows={2}
      maxLength={2000}
      maw={720}
      error={reason.lacking ? needed : undefined}
      onChange={(event) => reason.write(event.currentTarget.value)}
    />
  );
}
