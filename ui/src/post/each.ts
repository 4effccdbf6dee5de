interface Outcome<Item, Result> {
  done: Result[];
  refused: Item[];
  /** Why the first of the refused was. */
  why?: unknown;
}

/** Does the same for each of them at once; a refusal of one doesn't keep the others from being done. */
export async function each<Item, Result>(items: Item[], act: (item: Item) => Promise<Result>): Promise<Outcome<Item, Result>> {
  const outcome: Outcome<Item, Result> = { done: [], refused: [] };
  const answers = await Promise.allSettled(items.map(act));
  answers.forEach((answer, index) => {
    if (answer.status === "fulfilled") outcome.done.push(answer.value);
    else {
      outcome.refused.push(...items.slice(index, index + 1));
      outcome.why ??= answer.reason;
    }
  });
  return outcome;
}
