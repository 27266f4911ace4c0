// How high the rows of tables are, as chosen on this device. The style sheets know it by an attribute of the page.
import { useLocalStorage } from "@mantine/hooks";
import { useEffect } from "react";

export const densities = ["comfort", "normal", "dense"] as const;
export type Density = (typeof densities)[number];

/** The height of a row with the line under it (CSS pixels); the same stands in tokens.css. */
export const rowHeights: Readonly<Record<Density, number>> = { comfort: 40, normal: 32, dense: 26 };

/** The chosen density and how to choose another; the page follows. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [kept, keep] = useLocalStorage({
    key: "jumelage.density",
    defaultValue: "normal",
    getInitialValueInEffect: false,
  });
  const density = densities.find((known) => known === kept) ?? "normal";
  useEffect(() => {
    document.documentElement.dataset["density"] = density;
  }, [density]);
  return [density, keep];
}
