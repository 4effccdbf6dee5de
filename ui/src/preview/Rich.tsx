import classes from "./Preview.module.css";

const special = /(\bhttps?:\/\/[^\s<>"“”]+|(?<![\w&])[#@][\p{L}\p{N}_][\p{L}\p{N}_.@-]*)/gu;

/** A text with its addresses, hashtags and mentions coloured, as networks do. Nothing in it can be followed. */
export function Rich({ text }: { text: string }) {
  return text.split(special).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className={classes.special}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
