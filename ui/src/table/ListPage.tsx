import type { ReactNode } from "react";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTitle } from "@/shell/useTitle";
import classes from "./Table.module.css";
import { Waiting } from "./Waiting";

/** What a query tells of a list, as far as the page's frame needs it. */
interface Asked<Item> {
  data?: Item[];
  error: Error | null;
  refetch: () => unknown;
}

interface Props<Item> {
  title: string;
  asked: Asked<Item>;
  /** The columns' names; those of numbers stand to the right. */
  columns: (string | { number: string })[];
  /** What this place is for, while it is empty. */
  empty: string;
  row: (item: Item) => ReactNode;
}

/** A page with a title and a table: the same while waiting, in trouble, empty and full. */
export function ListPage<Item>({ title, asked, columns, empty, row }: Props<Item>) {
  useTitle(title);
  return (
    <>
      <div className={classes.head}>
        <h1>{title}</h1>
      </div>
      {asked.error && !asked.data ? (
        <Trouble error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Waiting rows={5} height={56} />
      ) : asked.data.length === 0 ? (
        <Place title={empty} />
      ) : (
        <div className={classes.frame}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                {columns.map((column) => {
                  const name = typeof column === "string" ? column : column.number;
                  return (
                    <th key={name} scope="col" className={typeof column === "string" ? undefined : classes.number}>
                      {name}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>{asked.data.map(row)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
