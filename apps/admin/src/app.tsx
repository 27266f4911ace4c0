// The providers around the routes: components, language, server cache.
import { MantineProvider } from "@mantine/core";
import type { Lang } from "@jumelage/engine";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api/client.ts";
import type { Catalogue } from "./i18n/catalogue.ts";
import { LanguageProvider } from "./i18n/i18n.tsx";
import { router } from "./routes.tsx";
import { theme } from "./ui/theme.ts";

export function App({ lang, messages }: { readonly lang: Lang; readonly messages: Partial<Catalogue> }) {
  return (
    // Every variable and class stands in a file: nothing is injected as a style element.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <LanguageProvider initial={{ lang, messages }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
