interface Result {
  readonly transcript: string;
}

interface SpeechEvent {
  readonly results: ArrayLike<ArrayLike<Result>>;
}

/** As much of the browser's speech recognition as is used here; TypeScript's DOM library doesn't know it. */
export interface Recognition {
  lang: string;
  onresult: ((event: SpeechEvent) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

type Maker = new () => Recognition;

interface Speaking {
  SpeechRecognition?: Maker;
  webkitSpeechRecognition?: Maker;
}

/** The browser's recogniser, where it has one. */
export function recogniser(): Maker | undefined {
  const speaking = window as unknown as Speaking;
  return speaking.SpeechRecognition ?? speaking.webkitSpeechRecognition;
}

export function spoken(event: SpeechEvent): string {
  return Array.from(event.results, (result) => result[0]?.transcript ?? "")
    .join(" ")
    .trim();
}
