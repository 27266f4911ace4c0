// Mantine's theme object. The values that matter are in tokens.css; here is what the library needs to know in JavaScript.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const blue: MantineColorsTuple = [
  "#eaf3fb",
  "#d0e4f5",
  "#a8cdec",
  "#7fb3e0",
  "#5599d3",
  "#2f82c7",
  "#1472bf",
  "#095797",
  "#08497f",
  "#063a66",
];

export const theme = createTheme({
  primaryColor: "blue",
  primaryShade: { light: 7, dark: 7 },
  colors: { blue },
  respectReducedMotion: true,
  fontFamily: '"Open Sans Variable", system-ui, sans-serif',
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    // Locking the scroll injects a style element, which the content security policy forbids.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
