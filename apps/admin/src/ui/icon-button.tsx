// A small button with a picture and a name: the name is what assistive technology and the pointer's hint say.
import { ActionIcon } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";

export interface IconButtonProps {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly "aria-hidden"?: boolean }>;
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

export function IconButton({ label, icon: Icon, onPress, disabled }: IconButtonProps): ReactNode {
  return (
    <ActionIcon
      variant="subtle"
      size={28}
      aria-label={label}
      title={label}
      disabled={disabled ?? false}
      onClick={onPress}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
