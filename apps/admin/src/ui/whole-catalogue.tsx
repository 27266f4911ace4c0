// What says more than the first page does, shown once its messages are there.
import type { ReactNode } from "react";
import { useWholeCatalogue } from "../i18n/i18n.tsx";
import { LoadingPage } from "./loading.tsx";

export function WholeCatalogue({ children }: { readonly children: ReactNode }): ReactNode {
  return useWholeCatalogue() ? children : <LoadingPage />;
}
