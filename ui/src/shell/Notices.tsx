import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";

/** Where short notices stand: away from what is pressed, which is below on a phone and on the right of a screen. */
export function Notices() {
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, { getInitialValueInEffect: false });
  return <Notifications position={phone ? "top-center" : "bottom-left"} limit={4} />;
}
