import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import { t } from "@/messages";
import { cssVariables, dark, light } from "./tokens";

const greens: MantineColorsTuple = [
  "#E3F0EA", "#C9E2D6", "#A5D1BD", "#63C79D", "#4AAE85", "#34936C", "#237C59", "#17694A", "#11533A", "#0B3D2A",
];

const plain = { border: "1px solid transparent", hoverColor: undefined };

/** Buttons take their colours from the tokens, so that both themes hold to the contrast that is tested. */
const colours: VariantColorsResolver = (input) => {
  const tone = input.color === "red" ? "red" : "green";
  switch (input.variant) {
    case "filled":
      return {
        ...plain,
        background: `var(--${tone})`,
        hover: `color-mix(in oklab, var(--${tone}) 88%, var(--ink))`,
        color: "var(--on-solid)",
      };
    case "light":
      return {
        ...plain,
        background: `var(--${tone}-wash)`,
        hover: `color-mix(in oklab, var(--${tone}-wash) 86%, var(--${tone}))`,
        color: `var(--${tone})`,
      };
    case "default":
      return {
        background: "var(--surface)",
        hover: "var(--sunken)",
        color: input.color === "red" ? "var(--red)" : "var(--ink)",
        border: "1px solid var(--line)",
        hoverColor: undefined,
      };
    case "subtle":
      return {
        ...plain,
        background: "transparent",
        hover: "var(--sunken)",
        color: input.color === "red" ? "var(--red)" : "var(--ink-soft)",
      };
    default:
      return defaultVariantColorsResolver(input);
  }
};

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.45", sm: "1.45", md: "1.45", lg: "1.55", xl: "1.3" },
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: "600" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "8px", xl: "999px" },
  defaultRadius: "sm",
  primaryColor: "green",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { green: greens },
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: colours,
  components: {
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.4 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 }, overlayProps: { backgroundOpacity: 0.4 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md" } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": t.act.close } } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
  },
});

const overMantine = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--green)",
  "--mantine-color-error": "var(--red)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--ink-soft)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--green)",
  "--mantine-primary-color-contrast": "var(--on-solid)",
};

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...cssVariables(light), ...overMantine },
  dark: { ...cssVariables(dark), ...overMantine },
});
