// A list of things to be read one by one (guarantees, findings, hazards, gaps…), and how each begins.
import type { ReactNode } from "react";
import classes from "./cards.module.css";

export function Cards({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={classes.cards}>{children}</ul>;
}

/** One of them; `id` is where links to it lead. */
export function Card({ children, id }: { readonly children: ReactNode; readonly id?: string }): ReactNode {
  return (
    <li className={classes.card} {...(id === undefined ? {} : { id })}>
      {children}
    </li>
  );
}

/** Its name, and what stands at the other end of that line: a state, a button. */
export function CardHead({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.head}>{children}</div>;
}

/** The name of a card that has nothing beside it. */
export const cardName = classes.name;
/** A link among others on one line. */
export const cardRef = classes.ref;
