// A form that is asked for something: it complains only once somebody has tried to go on without. Then its fields say what
// they lack, and the first of them gets the focus.
import { createContext, use, useState } from "react";

const TriedContext = createContext(false);

/** Around the fields of a form: whether somebody has tried to go on. */
export const Tried = TriedContext.Provider;

/** Whether somebody has tried to go on with the form that this is in. */
export function useTried(): boolean {
  return use(TriedContext);
}

export interface Tries {
  readonly tried: boolean;
  /** Somebody goes on with what is inside of `form`: whether nothing is wrong with it. What is wrong is shown from then on. */
  readonly goOn: (form: Element | null, isRight: boolean) => boolean;
}

export function useTries(): Tries {
  const [tried, setTried] = useState(false);
  return {
    tried,
    goOn(form, isRight) {
      setTried(true);
      if (!isRight) focusFault(form);
      return isRight;
    },
  };
}

/** Puts the focus on the first field with a fault once it is drawn, or on the words about it where no field has one. */
export function focusFault(form: Element | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
    const words = form?.querySelector<HTMLElement>("[role=alert]");
    if (words && !field) words.tabIndex = -1;
    (field ?? words)?.focus();
  });
}
