// A text of the release beside that of the draft, with the words that moved marked.
import { useTranslations } from "use-intl";
import classes from "./review.module.css";
import { wordDiff } from "./word-diff.ts";

export interface BeforeAfterProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly number: number;
}

export function BeforeAfter({ before, after, number }: BeforeAfterProps) {
  const t = useTranslations("review");
  return (
    <div className={classes.pair}>
      <div>
        <div className="j-muted j-small">{t("before", { number: String(number) })}</div>
        <p>
          {before === undefined ? (
            <em className="j-muted">{t("absent")}</em>
          ) : (
            <Marked before={before} after={after} side="removed" />
          )}
        </p>
      </div>
      <div>
        <div className="j-muted j-small">{t("after")}</div>
        <p>
          {after === undefined ? (
            <em className="j-muted">{t("gone")}</em>
          ) : (
            <Marked before={before} after={after} side="added" />
          )}
        </p>
      </div>
    </div>
  );
}

interface MarkedProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly side: "removed" | "added";
}

/** One side of a pair, the words that are only on it marked; unmarked where there is nothing to compare with. */
function Marked({ before, after, side }: MarkedProps) {
  if (before === undefined || after === undefined) return <>{before ?? after}</>;
  return (
    <>
      {wordDiff(before, after)
        .filter((piece) => piece.kind === "same" || piece.kind === side)
        .map((piece, i) =>
          piece.kind === "removed" ? (
            <del key={i} className="j-del">
              {piece.text}
            </del>
          ) : piece.kind === "added" ? (
            <ins key={i} className="j-ins">
              {piece.text}
            </ins>
          ) : (
            <span key={i}>{piece.text}</span>
          ),
        )}
    </>
  );
}
