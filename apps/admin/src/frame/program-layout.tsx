// The frame of one program: the rail, the strip that says where the draft stands, and the screen.
import { useParams, Outlet } from "@tanstack/react-router";
import { WorkspaceProvider } from "../draft/workspace-provider.tsx";
import { ProgramKeys } from "../palette/program-keys.tsx";
import { WithinMain } from "../ui/page.tsx";
import { WholeCatalogue } from "../ui/whole-catalogue.tsx";
import classes from "./frame.module.css";
import { Rail } from "./rail.tsx";
import { DraftAsides } from "./draft-asides.tsx";
import { StateStrip } from "./state-strip.tsx";

export function ProgramLayout() {
  const { program = "" } = useParams({ strict: false });
  return (
    <div className={classes.body}>
      <Rail program={program} />
      <main id="content" className={classes.content}>
        <WithinMain value>
          <WholeCatalogue>
            <WorkspaceProvider key={program} program={program}>
              <ProgramKeys />
              <StateStrip />
              <DraftAsides />
              <div className={classes.page}>
                <Outlet />
              </div>
            </WorkspaceProvider>
          </WholeCatalogue>
        </WithinMain>
      </main>
    </div>
  );
}
