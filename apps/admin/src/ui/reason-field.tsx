// A reason that has to be given before something is done: the field for it, and what was written in it. It complains only
// once somebody has tried to go on without.
import { Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";

const longest = 2000;

export interface Reason {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Whether somebody has tried to go on without one. */
  readonly lacking: boolean;
  /** Whether it is longer than the server keeps. */
  readonly tooLong: boolean;
  /** The reason, trimmed; undefined while there is none, which the field then says. */
  readonly ask: () => string | undefined;
  readonly clear: () => void;
}

export function useReason(): Reason {
  const [text, write] = useState("");
  const [asked, setAsked] = useState(false);
  const given = text.trim();
  const tooLong = given.length > longest;
  return {
    text,
    write,
    lacking: asked && given === "",
    tooLong,
    ask: () => {
      setAsked(true);
      return given === "" || tooLong ? undefined : given;
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
  const tc = useTranslations("common");
  const { text, lacking, tooLong, write } = reason;
  const length = text.trim().length;
  return (
    <Textarea
      label={label}
      description={hint}
      value={text}
      autosize
      minRows={2}
      maw={720}
      error={
        tooLong
          ? tc("tooLong", { most: String(longest), length: String(length) })
          : lacking
            ? needed
            : undefined
      }
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
