import { notifications } from "@mantine/notifications";
import { explain } from "@/api/problem";

/** Says briefly what was done. */
export function say(message: string) {
  notifications.show({ message, autoClose: 6_000, withBorder: true, color: "green" });
}

/** Says what didn't work; it stays until it is read. */
export function sayError(error: unknown) {
  notifications.show({ message: explain(error), autoClose: false, withBorder: true, color: "red", role: "alert" });
}
