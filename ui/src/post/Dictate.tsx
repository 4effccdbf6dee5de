import { Button } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { t } from "@/messages";
import classes from "./Post.module.css";
import { recogniser, spoken, type Recognition } from "./speech";

/** A microphone, where the browser can turn speech into words; nothing elsewhere. */
export function Dictate({ onWords }: { onWords: (words: string) => void }) {
  const Made = recogniser();
  const listening = useRef<Recognition>(undefined);
  const [on, setOn] = useState(false);
  useEffect(() => () => listening.current?.stop(), []);
  if (!Made) return null;

  function toggle() {
    if (on || !Made) return listening.current?.stop();
    const recognition = new Made();
    recognition.lang = navigator.language;
    recognition.onresult = (event) => onWords(spoken(event));
    recognition.onend = () => setOn(false);
    listening.current = recognition;
    recognition.start();
    setOn(true);
  }

  return (
    <Button
      type="button"
      variant="subtle"
      size="md"
      className={classes.speak}
      leftSection={<IconMicrophone size={18} aria-hidden="true" />}
      aria-pressed={on}
      onClick={toggle}
    >
      {on ? t.reject.stop : t.reject.speak}
    </Button>
  );
}
