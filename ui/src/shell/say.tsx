import { Anchor, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { explain } from "@/api/problem";
import { t } from "@/messages";

/** Says briefly what was done. */
export function say(message: string) {
  notifications.show({ message, autoClose: 5_000, withBorder: true, color: "green" });
}

/** Says briefly what was done, and for ten seconds offers to undo it. `unsay` takes the offer away earlier. */
export function sayWithUndo(id: string, message: string, undo: () => void) {
  notifications.hide(id);
  notifications.show({
    id,
    message: (
      <>
        {message}{" "}
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {t.act.undo}
        </Button>
      </>
    ),
    autoClose: 10_000,
    withBorder: true,
    color: "green",
  });
}

/** Says why something wasn't done, with the way to do it all the same; it stays until it is read. */
export function sayWithWay(id: string, message: string, way: string, go: () => void) {
  notifications.hide(id);
  notifications.show({
    id,
    message: (
      <>
        {message}{" "}
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            notifications.hide(id);
            go();
          }}
        >
          {way}
        </Button>
      </>
    ),
    autoClose: false,
    withBorder: true,
    color: "yellow",
    role: "alert",
  });
}

/** Takes a notice away that isn't true any more. */
export function unsay(id: string) {
  notifications.hide(id);
}

/** Says what didn't work; it stays until it is read. */
export function sayError(error: unknown) {
  notifications.show({ message: explain(error), autoClose: false, withBorder: true, color: "red", role: "alert" });
}

/** Says, once, that the session has ended, with the way back to here. */
export function saySignedOut() {
  const here = window.location.pathname + window.location.search;
  notifications.show({
    id: "signed-out",
    message: (
      <>
        {t.errors.signedOut} <Anchor href={`/sign-in?to=${encodeURIComponent(here)}`}>{t.signIn.submit}</Anchor>
      </>
    ),
    autoClose: false,
    withBorder: true,
    color: "red",
  });
}
